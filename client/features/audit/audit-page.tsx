import { useInfiniteQuery } from '@tanstack/react-query';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { moment } from '#client/ui/dates.ts';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import css from './audit.module.css';
import { CheckAudit } from './check-audit.tsx';
import { sentenceOf } from './sentence.ts';

/** The audit, for the keepers of the place. */
export function AuditPage() {
  const { standing, pending } = useMe();
  if (pending) return <Loading lines={6} />;
  const back = { to: addresses.place(), label: say('shell.to-place') };
  if (standing === 'keeper')
    return (
      <Page title={say('audit.title')} lead={say('audit.lead')} back={back}>
        <CheckAudit />
        <Section title={say('audit.list')} hint={say('audit.unnamed-hint')}>
          <Latest />
        </Section>
      </Page>
    );
  return (
    <Page title={say('audit.title')}>
      <EmptyState
        title={say('audit.keeper-only')}
        action={standing === 'visitor' && <LinkAct to={addresses.signIn(addresses.audit())}>{say('signIn.title')}</LinkAct>}
      >
        {say('audit.lead')}
      </EmptyState>
    </Page>
  );
}

function Latest() {
  const options = api.audit.list.infiniteOptions({
    input: (skip: number) => ({ skip }),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery(options);
  const entries = data?.pages.flatMap((page) => page.items) ?? [];
  if (data && entries.length === 0) return <p>{say('audit.none')}</p>;
  return (
    <>
      {isPending && <Loading lines={6} />}
      <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />
      <ol className={css['list']}>
        {entries.map((entry, at) => (
          // A line never changes; newer ones push it down.
          <li key={entries.length - at} className={css['entry']} data-outcome={entry.outcome}>
            <time dateTime={entry.at} className={css['when']}>
              {moment(entry.at)}
            </time>
            <span>{sentenceOf(entry)}</span>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <div>
          <Act tone="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('audit.more')}
          </Act>
        </div>
      )}
      {data && !hasNextPage && <p className={css['when']}>{say('audit.end')}</p>}
    </>
  );
}

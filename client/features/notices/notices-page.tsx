/** What I was told, newest first; mine alone. */
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { NoticeLine } from './notice-line.tsx';
import css from './notices.module.css';

export function NoticesPage() {
  const { person, pending } = useMe();
  if (pending) return <Loading what={say('noticesPage.title')} lines={5} />;
  if (person === null) return <NotIn />;
  return (
    <Page
      title={say('noticesPage.title')}
      lead={say('noticesPage.lead')}
      actions={
        <LinkAct tone="plain" to={addresses.noticeWishes()}>
          {say('noticesPage.to-wishes')}
        </LinkAct>
      }
    >
      <MyNotices personId={person.id} />
    </Page>
  );
}

function MyNotices({ personId }: { personId: string }) {
  const told = useInfiniteQuery(
    api.notices.list.infiniteOptions({
      input: (cursor: string | undefined) => (cursor === undefined ? {} : { cursor }),
      initialPageParam: undefined,
      getNextPageParam: (last) => last.next ?? undefined,
    }),
  );
  useTopics([`me:${personId}`], [api.notices.list.key()]);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = told;
  if (isPending) return <Loading what={say('noticesPage.title')} lines={5} />;
  if (data === undefined) return <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <EmptyState title={say('noticesPage.none')} action={<LinkAct to={addresses.wall()}>{say('noticesPage.none-act')}</LinkAct>}>
        {say('noticesPage.none-why')}
      </EmptyState>
    );
  return (
    <>
      {(data.pages[0]?.unseen ?? 0) > 0 && <SeenAll />}
      <ol className={css['notices']} aria-label={say('noticesPage.title')}>
        {items.map((notice) => (
          <NoticeLine key={notice.id} notice={notice} />
        ))}
      </ol>
      {hasNextPage && (
        <div>
          <Act tone="plain" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {say('noticesPage.more')}
          </Act>
        </div>
      )}
      <ProblemNotice problem={error ? problemFrom(error) : null} />
    </>
  );
}

function SeenAll() {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const seeing = useMutation(
    api.notices.seen.mutationOptions({
      onSuccess: async () => {
        announce(say('noticesPage.all-seen-done'));
        await Promise.all([
          queries.invalidateQueries({ queryKey: api.notices.list.key() }),
          queries.invalidateQueries({ queryKey: api.people.me.key() }),
        ]);
      },
    }),
  );
  return (
    <div>
      <Act tone="plain" busy={seeing.isPending} onClick={() => seeing.mutate({ ids: 'all' })}>
        {say('noticesPage.all-seen')}
      </Act>
      <ProblemNotice problem={seeing.error ? problemFrom(seeing.error) : null} />
    </div>
  );
}

function NotIn() {
  return (
    <Page title={say('noticesPage.title')}>
      <EmptyState title={say('noticesPage.sign-in')} action={<LinkAct to={addresses.signIn(addresses.notices())}>{say('signIn.title')}</LinkAct>}>
        {say('noticesPage.sign-in-why')}
      </EmptyState>
    </Page>
  );
}

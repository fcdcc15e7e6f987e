import { useQuery } from '@tanstack/react-query';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { CameBack } from './came-back.tsx';
import { InvitationCard } from './invitation-card.tsx';

/** Invitations put to me, those without an answer first. */
export function InvitationsPage() {
  const { person, pending } = useMe();
  if (pending) return <Loading lines={4} />;
  return (
    <Page title={say('initiatives.inbox-title')} lead={say('initiatives.inbox-lead')} back={{ to: addresses.you(), label: say('shell.to-you') }}>
      {person === null ? (
        <LinkAct to={addresses.signIn(addresses.invitations())}>{say('signIn.title')}</LinkAct>
      ) : (
        <>
          <MyInvitations personId={person.id} />
          <CameBack personId={person.id} />
        </>
      )}
    </Page>
  );
}

/** The invitations themselves, for any page that gathers what waits for me. */
export function MyInvitations({ personId }: { personId: string }) {
  const options = api.initiatives.myInvitations.queryOptions();
  useTopics([`me:${personId}`], [options.queryKey]);
  const { data, error, isLoading, refetch } = useQuery(options);
  if (isLoading) return <Loading lines={3} />;
  if (data === undefined) return <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />;
  const open = data.items.filter((one) => one.answer === null);
  const answered = data.items.filter((one) => one.answer !== null);
  if (data.items.length === 0) return <EmptyState title={say('initiatives.inbox-none')}>{say('initiatives.inbox-none-why')}</EmptyState>;
  return (
    <>
      {open.length > 0 && (
        <Section title={say('initiatives.inbox-open')}>
          {open.map((invitation) => (
            <InvitationCard key={invitation.id} invitation={invitation} />
          ))}
        </Section>
      )}
      {answered.length > 0 && (
        <Section title={say('initiatives.inbox-answered')}>
          {answered.map((invitation) => (
            <InvitationCard key={invitation.id} invitation={invitation} />
          ))}
        </Section>
      )}
    </>
  );
}

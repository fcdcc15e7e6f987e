import { useMutation, useQuery } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useChangedPerson } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useFragment } from '#client/ui/use-fragment.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { type Asked, JoinForm } from './join-form.tsx';
import { WhatFor } from './what-for.tsx';

/** Behind an invite link or its QR code: first what it is for, then a name, and one is in. */
export function JoinPage() {
  const secret = useFragment();
  const look = useQuery(api.invites.look.queryOptions({ input: { secret }, enabled: secret !== '', staleTime: Infinity }));
  const changed = useChangedPerson();
  const [, go] = useLocation();
  const redeem = useMutation(
    api.invites.redeem.mutationOptions({
      onSuccess: async ({ initiativeId }) => {
        go(initiativeId === null ? addresses.wall() : addresses.board(initiativeId));
        await changed();
      },
    }),
  );
  const come = ({ name, groupId, perspectives }: Asked) => redeem.mutate({ secret, name, groupId, perspectives });
  return (
    <Page title={say('invites.join-title')} lead={look.data && say('invites.join-by', { by: look.data.invitedBy, place: look.data.placeName })}>
      {secret === '' && <NoSecret />}
      {look.isLoading && <Loading what={say('invites.join-looking')} lines={4} />}
      {look.error && <NotNow problem={problemFrom(look.error)} onRetry={() => void look.refetch()} />}
      {look.data && (
        <>
          <WhatFor look={look.data} />
          <JoinForm
            initiative={look.data.initiative !== null}
            problem={redeem.error ? problemFrom(redeem.error) : null}
            busy={redeem.isPending}
            onCome={come}
          />
        </>
      )}
    </Page>
  );
}

/** An invitation that is over stays over; a line that is down may come back. */
function NotNow({ problem, onRetry }: { problem: ProblemBody; onRetry: () => void }) {
  if (problem.code !== 'gone') return <ProblemNotice problem={problem} onRetry={onRetry} />;
  return (
    <>
      <ProblemNotice problem={problem} />
      <div>
        <LinkAct to={addresses.signIn()} tone="plain">
          {say('invites.join-sign-in')}
        </LinkAct>
      </div>
    </>
  );
}

function NoSecret() {
  return (
    <EmptyState title={say('invites.join-title')} action={<LinkAct to={addresses.signIn()}>{say('signIn.title')}</LinkAct>}>
      {say('invites.join-no-secret')}
    </EmptyState>
  );
}

import { useMutation } from '@tanstack/react-query';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useChangedPerson } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Actions } from '#client/ui/form.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useFragment } from '#client/ui/use-fragment.ts';
import { say } from '#shared/words/say.ts';

/** Where the letter leads in which a guest asked to keep what they wrote. */
export function ClaimPage() {
  const token = useFragment();
  const changed = useChangedPerson();
  const keep = useMutation(api.people.redeemClaim.mutationOptions({ onSuccess: () => changed() }));
  if (keep.isSuccess) return <Kept />;
  return (
    <Page title={say('signIn.claim-title')} lead={token === '' ? undefined : say('signIn.claim-link-text')}>
      <ProblemNotice problem={keep.error ? problemFrom(keep.error) : null} />
      {token === '' ? (
        <EmptyState title={say('signIn.claim-title')} action={<LinkAct to={addresses.you()}>{say('signIn.to-you')}</LinkAct>}>
          {say('signIn.claim-none')}
        </EmptyState>
      ) : (
        <Actions>
          <Act busy={keep.isPending} onClick={() => keep.mutate({ token })}>
            {say('signIn.claim-keep')}
          </Act>
        </Actions>
      )}
    </Page>
  );
}

function Kept() {
  return (
    <Page title={say('signIn.claim-title')}>
      <Notice live="polite" title={say('signIn.claim-kept')} />
      <Actions>
        <LinkAct to={addresses.wall()}>{say('signIn.go-on')}</LinkAct>
        <LinkAct to={addresses.you()} tone="plain">
          {say('signIn.to-you')}
        </LinkAct>
      </Actions>
    </Page>
  );
}

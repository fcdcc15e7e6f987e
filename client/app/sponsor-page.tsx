/** The page of somebody who holds a key: what waits for them, what they promised, what they stand behind. Composed of three features. */
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from './addresses.ts';
import { smallerWays } from './smaller-ways.tsx';
import { MyAsks } from '#client/features/asks/my-asks.tsx';
import { SmallerWaysContext } from '#client/features/asks/smaller-ways.tsx';
import { MyEndorsements } from '#client/features/endorsements/my-endorsements.tsx';
import { MyPledges } from '#client/features/pledges/my-pledges.tsx';
import { MySystemAsks } from '#client/features/system-asks/my-system-asks.tsx';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';

export function SponsorPage() {
  const { me, person, pending } = useMe();
  useTopics(person === null ? [] : [`me:${person.id}`], [
    api.asks.mine.key(),
    api.pledges.mine.key(),
    api.systemAsks.mine.key(),
    api.endorsements.mine.key(),
    api.people.me.key(),
  ]);
  if (pending) return <Loading what={say('sponsor.title')} lines={5} />;
  if (person === null) return <NotYet />;
  const { asks: waiting, invitations } = me?.waiting ?? { asks: 0, invitations: 0 };
  return (
    <Page
      title={say('sponsor.title')}
      lead={waiting === 0 ? say(invitations === 0 ? 'sponsor.lead-none' : 'sponsor.lead-no-asks') : say('sponsor.lead-asks', { count: waiting })}
    >
      <SmallerWaysContext value={smallerWays}>
        <MyAsks />
      </SmallerWaysContext>
      {invitations > 0 && (
        <Notice tone="ember" title={say('sponsor.invitations', { count: invitations })}>
          <LinkAct tone="plain" to={addresses.invitations()}>
            {say('sponsor.to-invitations')}
          </LinkAct>
        </Notice>
      )}
      <MySystemAsks />
      <MyPledges />
      <MyEndorsements />
    </Page>
  );
}

function NotYet() {
  return (
    <Page title={say('sponsor.title')}>
      <EmptyState title={say('sponsor.sign-in')} action={<LinkAct to={addresses.signIn(addresses.sponsor())}>{say('sponsor.sign-in-act')}</LinkAct>}>
        {say('sponsor.sign-in-why')}
      </EmptyState>
    </Page>
  );
}

/** The page of somebody who holds a key: what waits for them, what they promised, what they stand behind. Composed of five features. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from './addresses.ts';
import { smallerWays } from './smaller-ways.tsx';
import { sponsorSummary } from './sponsor-summary.ts';
import { MyAsks } from '#client/features/asks/my-asks.tsx';
import { SmallerWaysContext } from '#client/features/asks/smaller-ways.tsx';
import { MovedSince } from '#client/features/boards/moved-since.tsx';
import { MyEndorsements } from '#client/features/endorsements/my-endorsements.tsx';
import { MyPledges } from '#client/features/pledges/my-pledges.tsx';
import { MyRooms } from '#client/features/rooms/my-rooms.tsx';
import { MySystemAsks } from '#client/features/system-asks/my-system-asks.tsx';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { useNow } from '#client/ui/use-now.ts';

export function SponsorPage() {
  const { me, person, pending } = useMe();
  useTopics(person === null ? [] : [`me:${person.id}`], [
    api.asks.mine.key(),
    api.pledges.mine.key(),
    api.systemAsks.mine.key(),
    api.rooms.mine.key(),
    api.endorsements.mine.key(),
    api.people.me.key(),
  ]);
  if (pending) return <Loading what={say('sponsor.title')} lines={5} />;
  if (person === null) return <NotYet />;
  const invitations = me?.waiting.invitations ?? 0;
  return (
    <Page title={say('sponsor.title')} lead={<Lead invitations={invitations} />}>
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
      <p>
        <Link to={addresses.waits()}>{say('shell.to-waits')}</Link>
      </p>
      <MySystemAsks />
      <MyRooms />
      <MyPledges />
      <p>
        <Link to={addresses.pledges()}>{say('shell.to-pledges')}</Link>
      </p>
      <MyEndorsements since={(id) => <MovedSince id={id} />} />
    </Page>
  );
}

/** What presses, in one sentence, before anything else on the page. */
function Lead({ invitations }: { invitations: number }) {
  const asks = useQuery(api.asks.mine.queryOptions());
  const pledges = useQuery(api.pledges.mine.queryOptions());
  const rooms = useQuery(api.rooms.mine.queryOptions());
  const now = useNow();
  if (!asks.data || !pledges.data || !rooms.data) return null;
  const lists = { asks: asks.data.items, pledges: pledges.data.items, rooms: rooms.data.items };
  return sponsorSummary(lists, now) ?? say(invitations === 0 ? 'sponsor.lead-none' : 'sponsor.lead-no-asks');
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

/** How I want to be told: letters at once, the digest, the language, and what I muted. */
import { useQuery } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { Muted } from './muted.tsx';
import { PushPart } from './push/push-part.tsx';
import { WishesForm } from './wishes-form.tsx';

export function WishesPage() {
  const { person, pending } = useMe();
  if (pending) return <Loading what={say('noticesPage.wishes-title')} lines={5} />;
  const back = { to: addresses.notices(), label: say('noticesPage.title') };
  return (
    <Page title={say('noticesPage.wishes-title')} lead={say('noticesPage.wishes-lead')} back={back}>
      {person === null ? (
        <EmptyState
          title={say('noticesPage.sign-in')}
          action={<LinkAct to={addresses.signIn(addresses.noticeWishes())}>{say('signIn.title')}</LinkAct>}
        >
          {say('noticesPage.sign-in-why')}
        </EmptyState>
      ) : (
        <MyWishes personId={person.id} />
      )}
    </Page>
  );
}

function MyWishes({ personId }: { personId: string }) {
  const wishes = useQuery(api.notices.wishes.queryOptions());
  useTopics([`me:${personId}`], [api.notices.wishes.key()]);
  if (wishes.data === undefined) return <Fetching query={wishes} what={say('noticesPage.wishes-title')} lines={5} />;
  return (
    <>
      <WishesForm wishes={wishes.data} />
      <PushPart />
      <Muted muted={wishes.data.muted} />
    </>
  );
}

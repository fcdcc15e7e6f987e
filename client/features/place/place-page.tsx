import { addresses } from '#client/app/addresses.ts';
import { useMe, usePlace } from '#client/api/me.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { NameAndDoors } from './name-and-doors.tsx';
import { PlaceList } from './place-list.tsx';
import { useChangePlace } from './use-change-place.ts';

/** The place, for its keepers: its name, its lists, its doors. */
export function PlacePage() {
  const place = usePlace();
  const { standing, pending } = useMe();
  const { putGroup, putSite } = useChangePlace();
  if (place === null || pending) return <Loading lines={6} />;
  if (standing !== 'keeper') return <NotForYou visitor={standing === 'visitor'} />;
  return (
    <Page title={say('placePage.title')} lead={say('placePage.lead')}>
      <NameAndDoors place={place} />
      <Section title={say('placePage.invites-title')} hint={say('placePage.invites-hint')}>
        <div>
          <LinkAct to={addresses.invites()} tone="plain">
            {say('placePage.to-invites')}
          </LinkAct>
        </div>
      </Section>
      <Section title={say('audit.link-title')} hint={say('audit.link-hint')}>
        <div>
          <LinkAct to={addresses.audit()} tone="plain">
            {say('audit.link')}
          </LinkAct>
        </div>
      </Section>
      <PlaceList what="group" items={place.groups} onPut={(group) => putGroup.mutateAsync({ ...group, side: group.side ?? 'staff' })} />
      <PlaceList what="site" items={place.sites} onPut={({ id, name, archived }) => putSite.mutateAsync({ id, name, archived })} />
    </Page>
  );
}

function NotForYou({ visitor }: { visitor: boolean }) {
  return (
    <Page title={say('placePage.title')}>
      <EmptyState
        title={say('placePage.keeper-only')}
        action={visitor && <LinkAct to={addresses.signIn(addresses.place())}>{say('signIn.title')}</LinkAct>}
      >
        {say('placePage.lead')}
      </EmptyState>
    </Page>
  );
}

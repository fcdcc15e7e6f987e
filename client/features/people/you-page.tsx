import type { ReactNode } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { useMe } from '#client/api/me.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { AboutMe } from './about-me.tsx';
import { ClaimForm } from './claim-form.tsx';
import { WaysOut } from './ways-out.tsx';

/** How I show here, where I belong, what other features let me choose, and my ways out. */
export function YouPage({ settings }: { settings: ReactNode }) {
  const { me, person, pending } = useMe();
  if (pending || me === null) return <Loading lines={5} />;
  if (person === null) return <NotIn />;
  const { invitations } = me.waiting;
  return (
    <Page title={say('peoplePage.title')} lead={say('peoplePage.lead')}>
      {me.standing === 'guest' && <ClaimForm />}
      <Section title={say('peoplePage.invitations-title')}>
        <p>{invitations > 0 ? say('peoplePage.invitations', { count: invitations }) : say('peoplePage.invitations-none')}</p>
        <div>
          <LinkAct to={addresses.invitations()} tone={invitations > 0 ? 'ember' : 'plain'}>
            {say('peoplePage.to-invitations')}
          </LinkAct>
        </div>
      </Section>
      <AboutMe key={person.id} person={person} guest={me.standing === 'guest'} />
      {settings}
      <WaysOut personId={person.id} guest={me.standing === 'guest'} />
    </Page>
  );
}

function NotIn() {
  return (
    <Page title={say('peoplePage.title')}>
      <EmptyState title={say('peoplePage.not-in')} action={<LinkAct to={addresses.signIn(addresses.you())}>{say('signIn.title')}</LinkAct>}>
        {say('peoplePage.not-in-why')}
      </EmptyState>
    </Page>
  );
}

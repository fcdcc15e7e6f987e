import { addresses } from '#client/app/addresses.ts';
import { useMe, usePlace } from '#client/api/me.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { OidcDoor } from './oidc-door.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { TryAs } from './try-as.tsx';

/** The doors of the place: as somebody of the demo, another account, e-mail and password, a link by mail. */
export function SignInPage() {
  const place = usePlace();
  const { person } = useMe();
  if (place === null) return <Loading lines={5} />;
  const oidcProblem = new URLSearchParams(location.search).get('error');
  return (
    <Page title={say('signIn.title')} lead={say(place.keeperWanted ? 'signIn.first-lead' : 'signIn.lead')}>
      {person !== null && (
        <Notice title={say('signIn.signed-in-as', { who: person.label })} actions={<LinkAct to={addresses.wall()}>{say('signIn.go-on')}</LinkAct>} />
      )}
      {oidcProblem !== null && (
        <Notice tone="care" live="assertive">
          {say(oidcProblem === 'account_not_linked' ? 'signIn.oidc-not-linked' : 'signIn.oidc-failed')}
        </Notice>
      )}
      {place.tryAs.length > 0 && (
        <Section title={say('signIn.try-title')} hint={say('signIn.try-hint')}>
          <TryAs people={place.tryAs} />
        </Section>
      )}
      {place.oidc && <OidcDoor provider={place.oidc.id} label={place.oidc.label} />}
      <SignInForm newFirst={place.keeperWanted} />
      {!place.keeperWanted && <p>{say('signIn.have-invite')}</p>}
    </Page>
  );
}

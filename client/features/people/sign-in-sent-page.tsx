import { addresses } from '#client/app/addresses.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { say } from '#shared/words/say.ts';

const ownMachine = ['127.0.0.1', 'localhost', '[::1]'];

/** The letter with the link is on its way. */
export function SignInSentPage() {
  return (
    <Page title={say('signIn.sent-title')} lead={say('signIn.sent-text')} back={{ to: addresses.signIn(), label: say('signIn.title') }}>
      <p>{say('signIn.sent-none')}</p>
      {ownMachine.includes(location.hostname) && <Notice>{say('signIn.sent-local')}</Notice>}
      <div>
        <LinkAct to={addresses.signIn()} tone="plain">
          {say('signIn.again')}
        </LinkAct>
      </div>
    </Page>
  );
}

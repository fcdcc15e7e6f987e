import { addresses } from '#client/app/addresses.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { Page } from '#client/ui/page.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';

const steps = (['spark', 'kindle', 'light', 'board', 'sponsor'] as const).map((step) => say(`placePage.about-${step}`));
const rules = (['invite', 'names', 'scores', 'patients', 'urgent'] as const).map((rule) => say(`placePage.about-${rule}`));

/** What Kindling is, for somebody who comes by for the first time. */
export function AboutPage() {
  return (
    <Page title={say('shell.to-about')} lead={say('placePage.about-lead')}>
      <Section title={say('placePage.about-how')}>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Section>
      <Section title={say('placePage.about-rules')}>
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Section>
      <p>{say('placePage.about-source')}</p>
      <p>{say('placePage.about-open')}</p>
      <div>
        <LinkAct to={addresses.wall()}>{say('initiatives.to-sparks')}</LinkAct>
      </div>
    </Page>
  );
}

import type { Decision } from '#shared/features/decisions/model.ts';
import { say } from '#shared/words/say.ts';
import { Card } from '#client/ui/card.tsx';
import { day } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import text from '#client/ui/text.module.css';
import { Answers } from './answers.tsx';
import { ProposalRead } from './proposal-read.tsx';

/** How a proposal ended, who recorded it, and why; with the words it was about, when the card says others now. */
export function EndedDecision({ decision, changed }: { decision: Decision; changed: boolean }) {
  const { outcome, outcomeWhy, decidedBy, decidedAt, words } = decision;
  if (outcome === null || decidedAt === null) return null;
  return (
    <Card as="li" tone="sunk">
      <p className={text['line']}>
        <span className={text['tag']}>{say(`decisions.ended-${outcome}`)}</span>
        <span>{say('decisions.decided-by', { who: decidedBy ?? say('people.somebody'), day: day(decidedAt) })}</span>
      </p>
      <p className={text['written']}>{outcomeWhy}</p>
      {changed && <ProposalRead title={say('decisions.changed-since-decided')} words={words} />}
      <Disclosure label={say('decisions.said')}>
        <Answers decision={decision} />
      </Disclosure>
    </Card>
  );
}

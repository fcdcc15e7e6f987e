import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { Card } from '#client/ui/card.tsx';
import { AnswerWords, Facts, heardSentence, takenSentence } from './parts.tsx';
import css from './system-asks.module.css';
import type { SystemAsk } from './use-system-asks.ts';

/** One system ask in a list: the cause, who is in it, where it goes, and the answer or the clock. */
export function SystemAskCard({ ask }: { ask: SystemAsk }) {
  const titleId = `system-ask-${ask.id}`;
  return (
    <Card as="li" labelledBy={titleId} tone={ask.answer === null ? 'ember' : 'paper'}>
      <h3 id={titleId} className={css['cause']}>
        <Link to={addresses.systemAsk(ask.id)}>{ask.cause}</Link>
      </h3>
      <Facts ask={ask} />
      <p>{heardSentence(ask)}</p>
      <p className={css['soft']}>{takenSentence(ask)}</p>
      <AnswerWords ask={ask} />
    </Card>
  );
}

/** Under a blocker on its board: the system asks it stands in, and what came of each. */
import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { Age } from '#client/ui/age.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { Card } from '#client/ui/card.tsx';
import { say } from '#shared/words/say.ts';
import { AnswerWords, heardSentence, takenSentence } from './parts.tsx';
import css from './system-asks.module.css';
import type { SystemAsk } from './use-system-asks.ts';

export function SystemAsksOnBoard({ asks }: { asks: readonly SystemAsk[] }) {
  if (asks.length === 0) return null;
  return (
    <CardList label={say('systemAsks.on-board')}>
      {asks.map((ask) => (
        <Card as="li" key={ask.id} tone={ask.answer === null ? 'ember' : 'sunk'}>
          <div>
            <p className={css['soft']}>
              {say('systemAsks.one')}
              {ask.blockers.length > 1 && `, ${say('systemAsks.others-in-it', { count: ask.blockers.length - 1 })}`}
            </p>
            <p className={`${css['cause']} ${css['small']}`}>{ask.cause}</p>
          </div>
          <p>
            {heardSentence(ask)} {takenSentence(ask)}
          </p>
          {ask.answer === null && <Age since={ask.at} waiting label={say('systemAsks.no-answer')} />}
          <AnswerWords ask={ask} />
          <Link to={addresses.systemAsk(ask.id)}>{say('systemAsks.on-board-open')}</Link>
        </Card>
      ))}
    </CardList>
  );
}

/** Whether a blocker stands in a system ask. */
export function isIn(ask: SystemAsk, initiativeId: string, elementId: string): boolean {
  return ask.blockers.some((one) => one.elementId === elementId && one.initiative.id === initiativeId);
}

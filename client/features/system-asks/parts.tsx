/** The small parts that every drawing of a system ask shares. */
import { say } from '#shared/words/say.ts';
import { Age, Ago } from '#client/ui/age.tsx';
import { calendarDay } from '#client/ui/dates.ts';
import { kindLabel } from './kinds.ts';
import css from './system-asks.module.css';
import type { SystemAsk } from './use-system-asks.ts';

/** Its kind, how many are in it, and the clock while nobody has answered. */
export function Facts({ ask }: { ask: SystemAsk }) {
  const { blockers, kind, at, answer } = ask;
  const initiatives = new Set(blockers.map((one) => one.initiative.id)).size;
  return (
    <div className={css['facts']}>
      <span className={css['tag']}>{kindLabel(kind)}</span>
      <span className={css['soft']}>
        {say('systemAsks.gathers', { count: blockers.length })} {say('systemAsks.from', { count: initiatives })}
      </span>
      {answer === null && <Age since={at} waiting label={say('systemAsks.no-answer')} />}
    </div>
  );
}

/** Where and when it will be heard, in a sentence. */
export function heardSentence({ forum, heardOn }: Pick<SystemAsk, 'forum' | 'heardOn'>): string {
  if (forum === '') return heardOn === null ? say('systemAsks.heard-nowhere') : say('systemAsks.heard-on', { day: calendarDay(heardOn) });
  return heardOn === null ? say('systemAsks.heard-at', { forum }) : say('systemAsks.heard-at-on', { forum, day: calendarDay(heardOn) });
}

/** Who takes it there, in a sentence. */
export function takenSentence({ sponsor, toMe }: Pick<SystemAsk, 'sponsor' | 'toMe'>): string {
  if (toMe) return say('systemAsks.taken-by-me');
  return sponsor === null ? say('systemAsks.taken-by-nobody') : say('systemAsks.taken-by-who', { who: sponsor.label });
}

/** The answer, with its words and what happens next. */
export function AnswerWords({ ask: { answer, answerLine, next, answeredAt } }: { ask: SystemAsk }) {
  if (answer === null) return null;
  return (
    <div className={css['answer']}>
      <p className={css['strong']}>{say(`systemAsks.answered-${answer}`)}</p>
      <p className={css['words']}>{answerLine}</p>
      {next !== '' && (
        <p className={css['words']}>
          <span className={css['soft']}>{say('systemAsks.next')}:</span> {next}
        </p>
      )}
      {answeredAt !== null && (
        <p className={css['soft']}>
          <Ago at={answeredAt} />
        </p>
      )}
    </div>
  );
}

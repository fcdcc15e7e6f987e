import { daysBetween } from '#shared/lib/clock.ts';
import { say } from '#shared/words/say.ts';
import css from './age.module.css';
import { ago, moment } from './dates.ts';
import { EmberDot } from './ember-dot.tsx';
import { useNow } from './use-now.ts';

export type AgeProps = ({ /** ISO instant. */ since: string } | { days: number }) & {
  /** Nobody has answered yet: shown in ember. */
  waiting?: boolean;
  /** Said before the day, e.g. "No answer yet". */
  label?: string;
};

/** How long something has been here, in whole days: "No answer yet, day 12". */
export function Age({ waiting = false, label, ...how }: AgeProps) {
  const now = useNow();
  const days = 'days' in how ? how.days : daysBetween(new Date(how.since), now);
  const age = days === 0 ? say('shell.age-today') : say('shell.age-day', { days });
  const words = label === undefined ? age : say('shell.age-labelled', { label, age });
  return (
    <span className={css['age']} data-waiting={waiting}>
      {waiting && <EmberDot />}
      {'since' in how ? (
        <time dateTime={how.since} title={moment(how.since)}>
          {words}
        </time>
      ) : (
        words
      )}
    </span>
  );
}

/** When something happened, told from now: "3 hours ago". */
export function Ago({ at }: { at: string }) {
  return (
    <time dateTime={at} title={moment(at)}>
      {ago(at, useNow())}
    </time>
  );
}

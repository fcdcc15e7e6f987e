import type { KindWait, LevelWait } from '#shared/features/waits/model.ts';
import { choiceWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { calendarDay } from '#client/ui/dates.ts';
import { percent } from '#client/ui/percent.ts';
import css from './waits.module.css';

export function KindTable({ kinds }: { kinds: readonly KindWait[] }) {
  const longest = longestOf(kinds);
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{say('waits.kind')}</th>
          <th scope="col">{say('waits.answered')}</th>
          <th scope="col">{say('waits.within')}</th>
        </tr>
      </thead>
      <tbody>
        {kinds.map(({ kind, asks, answered, days, to }) => (
          <tr key={kind}>
            <th scope="row">
              {choiceWord('blocker', 'blockerKind', kind)}
              <span className={css['based']}>{say('waits.kind-based', { asks, day: calendarDay(to) })}</span>
            </th>
            <td>{percent(answered)}</td>
            <Within days={days} longest={longest} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function LevelTable({ levels }: { levels: readonly LevelWait[] }) {
  const longest = longestOf(levels);
  return (
    <table className={css['table']}>
      <thead>
        <tr>
          <th scope="col">{say('waits.level')}</th>
          <th scope="col">{say('waits.within')}</th>
        </tr>
      </thead>
      <tbody>
        {levels.map(({ level, days, to }) => (
          <tr key={level}>
            <th scope="row">
              {say(`waits.level-${level}`)}
              <span className={css['based']}>{say('waits.level-based', { day: calendarDay(to) })}</span>
            </th>
            <Within days={days} longest={longest} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The days in words, and as a bar as long as they are beside the others. */
function Within({ days, longest }: { days: number | null; longest: number }) {
  return (
    <td>
      {days === null ? say('waits.not-yet') : say('waits.days', { count: days })}
      {days !== null && <span aria-hidden className={css['bar']} style={{ inlineSize: percent(days / longest) }} />}
    </td>
  );
}

function longestOf(rows: readonly { readonly days: number | null }[]): number {
  return Math.max(1, ...rows.map(({ days }) => days ?? 0));
}

/** What the rows say, as coarse as it goes out. */
import { medianWait } from '../../analysis/waiting/kaplan-meier.ts';
import { dayMs } from '../../lib/clock.ts';
import { askLevel } from '../asks/model.ts';
import { blockerKind } from '../system-asks/model.ts';
import type { KindWait, LevelWait, Waits } from './model.ts';
import type { AskWait } from './replay.ts';
import { type AskTrail, givesAway, kindRow, levelRows, type Row } from './rows.ts';

/** How long the asks of these trails wait. @param now milliseconds since 1970 */
export function waitsOf(trails: readonly AskTrail[], now: number): Waits {
  const rows = blockerKind.options.flatMap((kind) => {
    const row = kindRow(trails, kind, now);
    return row === null ? [] : [{ kind, row }];
  });
  const kinds = rows.map(({ kind, row }): KindWait => ({ kind, ...answeredOf(row.asks.flatMap((ask) => ask.waits)), ...lengthOf(row) }));
  const together = rows.flatMap(({ row }) => row.asks.flatMap((ask) => ask.waits));
  return {
    all: rows.length === 0 ? null : answeredOf(together),
    kinds: kinds.toSorted((a, b) => b.asks - a.asks),
    levels: levelsOf(
      trails,
      rows.map(({ row }) => row),
      now,
    ),
  };
}

function levelsOf(trails: readonly AskTrail[], kinds: readonly Row[], now: number): LevelWait[] {
  const rowAt = levelRows(trails, now);
  return askLevel.options.flatMap((level) => {
    const row = rowAt(level);
    return row === null || kinds.some((kind) => givesAway(row, kind)) ? [] : [{ level, ...lengthOf(row) }];
  });
}

/** An ask that was settled and then taken to somebody else was put twice. Those taken back before any answer had no chance of one. */
function answeredOf(waits: readonly AskWait[]): Pick<KindWait, 'asks' | 'answered'> {
  const stood = waits.filter((wait) => wait.end !== 'taken-back');
  const answered = stood.filter((wait) => wait.end === 'answered').length;
  return { asks: Math.floor(waits.length / 5) * 5, answered: stood.length === 0 ? 0 : Math.round((answered / stood.length) * 20) / 20 };
}

function lengthOf({ asks, until }: Row): Pick<KindWait, 'days' | 'to'> {
  const median = medianWait(asks.flatMap((ask) => ask.waits).map(({ lengthMs, end }) => ({ length: lengthMs, ended: end === 'answered' })));
  return {
    days: median === null ? null : Math.max(1, Math.ceil(median / dayMs)),
    to: new Date(until - dayMs).toISOString().slice(0, 10),
  };
}

/**
 * The answer, kept for as long as it is the same. Rows are drawn when a week is over (W7), so what happens in a week changes nothing before its end: one answer
 * serves the whole week. A step of an earlier week that comes late, from a slow transaction or another process, brings a new one.
 */
import { waitsOf } from '#shared/features/waits/figures.ts';
import type { Waits } from '#shared/features/waits/model.ts';
import { weekOf } from '#shared/lib/batches.ts';
import type { Reader } from '../../db/db.ts';
import { askTrails, lastStepBefore } from './store.ts';

export interface KeptWaits {
  /** As of the week that `now` is in. Several who ask at once wait for one answer. */
  read(reader: Reader, now: Date): Promise<Waits>;
}

interface Kept {
  readonly week: number;
  /** The latest step that was there. */
  readonly last: number;
  readonly answer: Promise<Waits>;
}

export function makeWaits(): KeptWaits {
  let kept: Kept | null = null;
  function begin(reader: Reader, week: number, last: number): Kept {
    const answer = askTrails(reader, new Date(week)).then((trails) => waitsOf(trails, week));
    const mine: Kept = { week, last, answer };
    answer.catch(() => {
      if (kept === mine) kept = null;
    });
    return mine;
  }
  return {
    async read(reader, now) {
      const week = weekOf(now.getTime());
      const last = await lastStepBefore(reader, new Date(week));
      if (kept?.week !== week || kept.last !== last) kept = begin(reader, week, last);
      return kept.answer;
    },
  };
}

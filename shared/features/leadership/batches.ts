/**
 * Whole weeks, gathered until five people have acted in them. Every picture is made of whole batches and nothing else: so whatever two
 * pictures are laid over each other (this week's and last week's, the near and the whole one), they differ by what five people did, or not
 * at all, and never give one person away.
 */
import { dayMs } from '../../lib/clock.ts';
import { fewestPeople } from './kinds.ts';
import type { Act } from './record.ts';

/** From the beginning of a week up to, not including, the beginning of another. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

export const weekMs = 7 * dayMs;
/** Weeks begin on Monday, in UTC; 5 January 1970 was one. */
const firstMonday = 4 * dayMs;

/** The Monday on or before a moment. */
export function weekOf(at: number): number {
  return Math.floor((at - firstMonday) / weekMs) * weekMs + firstMonday;
}

/**
 * The batches, the oldest first. What happened since the last of them waits until its weeks are over and five people are in it.
 * Batches of the past stay as they are when more happens.
 */
export function batchesOf(acts: readonly Act[], now: number): Span[] {
  const batches: Span[] = [];
  const sorted = acts.toSorted((a, b) => a.at - b.at);
  const end = weekOf(now);
  let people = new Set<string>();
  let from = 0;
  for (const [at, act] of sorted.entries()) {
    if (act.at >= end) break;
    if (people.size === 0) from = weekOf(act.at);
    people.add(act.personId);
    const next = sorted[at + 1];
    const lastOfWeek = next === undefined || weekOf(next.at) !== weekOf(act.at);
    if (!lastOfWeek || people.size < fewestPeople) continue;
    batches.push({ from, until: weekOf(act.at) + weekMs });
    people = new Set();
  }
  return batches;
}

/** How many different people acted in a span. */
export function peopleIn(acts: readonly Act[], { from, until }: Span): number {
  return new Set(acts.flatMap((act) => (act.at >= from && act.at < until ? act.personId : []))).size;
}

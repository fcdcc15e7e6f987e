/**
 * Whole weeks, gathered until five people are in them. What is shown of people is made of whole batches and nothing else: so whatever two
 * pictures are laid over each other (this week's and last week's, the near and the whole one), they differ by what came of five people, or
 * not at all, and never give one person away.
 */
import { dayMs } from './clock.ts';

/** Nothing is shown of fewer people than this, and no two pictures differ by fewer. */
export const fewestPeople = 5;

/** Something of a person, at a time in milliseconds since 1970. */
export interface Moment {
  readonly at: number;
  readonly personId: string;
}

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
export function batchesOf(moments: readonly Moment[], now: number): Span[] {
  const batches: Span[] = [];
  const sorted = moments.toSorted((a, b) => a.at - b.at);
  const end = weekOf(now);
  let people = new Set<string>();
  let from = 0;
  for (const [at, one] of sorted.entries()) {
    if (one.at >= end) break;
    if (people.size === 0) from = weekOf(one.at);
    people.add(one.personId);
    const next = sorted[at + 1];
    const lastOfWeek = next === undefined || weekOf(next.at) !== weekOf(one.at);
    if (!lastOfWeek || people.size < fewestPeople) continue;
    batches.push({ from, until: weekOf(one.at) + weekMs });
    people = new Set();
  }
  return batches;
}

/** How many different people are in a span. */
export function peopleIn(moments: readonly Moment[], { from, until }: Span): number {
  const people = new Set<string>();
  for (const one of moments) if (one.at >= from && one.at < until) people.add(one.personId);
  return people.size;
}

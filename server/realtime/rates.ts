/** How often one page may do a thing: a bucket that fills at a steady rate. */
import type { Clock } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';

export interface Rate {
  readonly perSecond: number;
  readonly burst: number;
}

/** @returns a function that takes one token, and says whether there was one; always, where limits are off */
export function bucket(clock: Clock, { perSecond, burst }: Rate, limited: boolean): () => boolean {
  if (!limited) return () => true;
  let tokens = burst;
  let last = clock.now().getTime();
  return () => {
    const now = clock.now().getTime();
    tokens = Math.min(burst, tokens + Math.max(0, now - last) * (perSecond / 1000));
    last = now;
    if (tokens < 1) return false;
    tokens--;
    return true;
  };
}

/** One bucket a person, shared by all their pages and kept when these go: coming back is no way to get more. */
export function bucketsByPerson(clock: Clock, rate: Rate, limited: boolean): (personId: string) => () => boolean {
  const buckets = new Map<string, () => boolean>();
  return (personId) => {
    const take = buckets.get(personId) ?? bucket(clock, rate, limited);
    buckets.delete(personId);
    buckets.set(personId, take);
    // Whoever has not come for longest has a full bucket anyway.
    const [oldest] = buckets.keys();
    if (buckets.size > mostPeople && oldest !== undefined) buckets.delete(oldest);
    return take;
  };
}

const mostPeople = 5000;

/** @throws Problem too-many when the bucket is empty */
export function spend(take: () => boolean, { perSecond }: Rate): void {
  if (!take()) throw new Problem('too-many', 'problem.too-many', { retryAfterMs: Math.ceil(1000 / perSecond) });
}

/** Refused tries, so many a minute from one person in full and the rest as a number: who is refused cannot fill the disk. */
import type { Clock } from '#shared/lib/clock.ts';

const windowMs = 60_000;
const inFull = 20;

interface Window {
  readonly since: number;
  count: number;
}

export interface Refusals {
  /** Whether this try gets a row of its own; otherwise it is counted. */
  takes(who: string): boolean;
  /** Those who were counted, and how often, in minutes that are over (or in all). They start anew. */
  over(all: boolean): { readonly who: string; readonly count: number }[];
}

export function makeRefusals(clock: Clock): Refusals {
  const windows = new Map<string, Window>();
  return {
    takes(who) {
      const window = windows.get(who) ?? { since: clock.now().getTime(), count: 0 };
      windows.set(who, window);
      window.count += 1;
      return window.count <= inFull;
    },
    over(all) {
      const now = clock.now().getTime();
      const ended = [...windows].filter(([, { since }]) => all || now - since >= windowMs);
      for (const [who] of ended) windows.delete(who);
      return ended.flatMap(([who, { count }]) => (count > inFull ? [{ who, count: count - inFull }] : []));
    },
  };
}

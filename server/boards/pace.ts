/** How fast edits of all boards come in, and how long the disk may rest after a commit: the more come in, the more one wait for it should carry. */

/** Edits a second: up to `few` nobody waits for a clock, from `many` on a commit rests its longest. */
const few = 300;
const many = 1200;
const longestMs = 3;
/** What came in so long ago counts about a third. */
const fadesMs = 500;

/**
 * How long nothing is written after a commit. Whoever was alone in it waits for nobody; where several came together, writing takes at most half of the
 * time, and from 300 to 1,200 edits a second the rest grows to 3 ms: so where the disk is slow, or many boards are written on, more is gathered for each wait.
 * @returns milliseconds
 */
export function restMs({ edits, tookMs, perSecond }: { edits: number; tookMs: number; perSecond: number }): number {
  if (edits < 2) return 0;
  return Math.max(tookMs, Math.min(1, (perSecond - few) / (many - few)) * longestMs);
}

/** Edits a second, as they came in lately. Times are in milliseconds of one clock that never goes back. */
export class Pace {
  #count = 0;
  #at = 0;

  note(edits: number, now: number): void {
    this.#count = this.#left(now) + edits;
    this.#at = now;
  }

  perSecond(now: number): number {
    return (this.#left(now) * 1000) / fadesMs;
  }

  #left(now: number): number {
    return this.#count * Math.exp((this.#at - now) / fadesMs);
  }
}

/** How fast edits of all boards come in, and how long the disk may rest after a commit: the more come in, the more one wait for it should carry. */

/** Edits a second: up to `few` nobody waits for a clock, from `many` on a commit rests its longest. */
const few = 300;
const many = 1200;
const longestMs = 3;
/** What came in so long ago counts about a third. */
const fadesMs = 500;

/** @returns milliseconds, 0 up to 300 edits a second and 3 from 1,200 */
export function restMs(perSecond: number): number {
  return Math.min(1, Math.max(0, (perSecond - few) / (many - few))) * longestMs;
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

/**
 * When the next edit may go while others are under way. On a quick line each is answered before the next is typed; on a slow one a few follow each
 * other evenly, instead of each waiting for the answer to the one before.
 */

/** So many edits at most are under way at once. */
const most = 4;
/** Closer together nobody would see them apart, and each costs the server something: one frame of a screen. */
const leastMs = 16;
/** Until the first answer tells how slow the line is. */
const guessedMs = 200;

/** Times are in milliseconds of one clock that never goes back. */
export class Spacing {
  #underWay = 0;
  #sentAt = 0;
  #tookMs = guessedMs;

  sent(now: number): void {
    this.#underWay++;
    this.#sentAt = now;
  }

  answered(tookMs: number): void {
    this.#underWay--;
    this.#tookMs = tookMs;
  }

  /** @returns milliseconds; infinity when an answer must come first */
  untilNext(now: number): number {
    if (this.#underWay === 0) return 0;
    return this.#underWay < most ? Math.max(0, this.#sentAt + Math.max(leastMs, this.#tookMs / most) - now) : Number.POSITIVE_INFINITY;
  }
}

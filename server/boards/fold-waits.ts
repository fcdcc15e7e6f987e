/**
 * When a fold that failed is tried again: later each time, up to an hour. A log that does not read would otherwise be folded in vain at every
 * commit. Kept by board while the process runs, also when the board is out of memory meanwhile; gone once a fold is kept.
 */

const firstMs = 60_000;
const longestMs = 3_600_000;

export class FoldWaits {
  readonly #failed = new Map<string, { readonly waitMs: number; readonly until: number }>();

  isWaiting(boardId: string, now: Date): boolean {
    return now.getTime() < (this.#failed.get(boardId)?.until ?? -Infinity);
  }

  /** @returns how long it waits now, in milliseconds */
  failed(boardId: string, now: Date): number {
    const waitMs = Math.min(longestMs, 2 * (this.#failed.get(boardId)?.waitMs ?? firstMs / 2));
    this.#failed.set(boardId, { waitMs, until: now.getTime() + waitMs });
    return waitMs;
  }

  kept(boardId: string): void {
    this.#failed.delete(boardId);
  }
}

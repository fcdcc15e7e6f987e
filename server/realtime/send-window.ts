/** How long a board gathers edits before it keeps them and tells its pages: nothing on a small board, more where many pages read and telling them costs much. */

const some = { pages: 50, ms: 4 };
const many = { pages: 150, ms: 18 };
/** Telling the pages takes at most one part in so many of the time, on a busy machine too. */
const share = 4;
const mostMs = 120;

/** @param sendMs what it costs to tell all pages */
export function sendWindowMs(pages: number, sendMs: number): number {
  if (pages < some.pages) return 0;
  const byFanOut = pages < many.pages ? some.ms : many.ms;
  return Math.min(mostMs, Math.max(byFanOut, sendMs * share));
}

/** Earlier days of a board: which snapshots are kept. */
import { dayMs } from '#shared/lib/clock.ts';

const keptDays = 7;
const hourMs = dayMs / 24;
/** However often a board is written anew, of no more times is it kept what it was until then. */
const mostEnds = 20;

interface Kept {
  readonly epoch: number;
  readonly createdAt: Date;
}

/**
 * Which snapshots to let go: all but the newest once they are a week old; of the last day one an hour stays, before that one a day, and beside
 * them what the board was whenever it was written anew. `snapshots` newest first.
 */
export function surplus<S extends Kept>(snapshots: readonly S[], now: Date): S[] {
  const kept = new Set<string>();
  let ends = 0;
  return snapshots.filter((snapshot, i) => {
    if (i === 0) return false;
    const age = now.getTime() - snapshot.createdAt.getTime();
    if (age > keptDays * dayMs) return true;
    const slot = `${age < dayMs ? hourMs : dayMs}/${Math.floor(snapshot.createdAt.getTime() / (age < dayMs ? hourMs : dayMs))}`;
    const isEnd = endsEpoch(snapshots, i) && ends++ < mostEnds;
    if (kept.has(slot) && !isEnd) return true;
    kept.add(slot);
    return false;
  });
}

/** Whether this is what the board was until it was written anew. `snapshots` newest first. */
export function endsEpoch(snapshots: readonly Pick<Kept, 'epoch'>[], at: number): boolean {
  const [next, one] = [snapshots[at - 1], snapshots[at]];
  return next !== undefined && one !== undefined && next.epoch !== one.epoch;
}

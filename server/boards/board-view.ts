/** What a device is sent of a board: all of it, what it lacks, or what has just happened. */
import * as Y from 'yjs';

export interface BoardView {
  readonly epoch: number;
  readonly seq: number;
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** Yjs merges few updates fast; for many at once its time grows with their number squared. */
const fewUpdates = 64;

/** Several updates as one. */
export function mergedUpdate(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  if (updates.length === 1 && first !== undefined) return first;
  if (updates.length <= fewUpdates) return Y.mergeUpdates([...updates]);
  const groups = Array.from({ length: Math.ceil(updates.length / fewUpdates) }, (_, n) => updates.slice(n * fewUpdates, (n + 1) * fewUpdates));
  return mergedUpdate(groups.map(mergedUpdate));
}

/** What a device is sent of a board: all of it, what it lacks, or what has just happened. */
import * as Y from 'yjs';

export interface BoardView {
  readonly epoch: number;
  readonly seq: number;
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** Several updates as one. */
export function mergedUpdate(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  return updates.length === 1 && first !== undefined ? first : Y.mergeUpdates([...updates]);
}

/** What a device is sent when it opens a board; the only place besides the room that reads the document's bytes. */
import * as Y from 'yjs';
import type { Room } from './room.ts';

export interface BoardView {
  readonly epoch: number;
  readonly seq: number;
  readonly update: Uint8Array;
  readonly stateVector: Uint8Array;
}

/** What the device lacks and what the server has; a device of another epoch is sent everything. */
export function viewBoard(room: Room, epoch: number | null, stateVector: Uint8Array): Promise<BoardView> {
  return room.look((doc, seq) => ({
    epoch: room.epoch,
    seq,
    update: Y.encodeStateAsUpdate(doc, epoch === room.epoch && stateVector.length > 0 ? stateVector : undefined),
    stateVector: Y.encodeStateVector(doc),
  }));
}

/** Several updates as one. */
export function mergedUpdate(updates: readonly Uint8Array[]): Uint8Array {
  const [first] = updates;
  return updates.length === 1 && first !== undefined ? first : Y.mergeUpdates([...updates]);
}

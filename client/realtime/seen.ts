import * as Y from 'yjs';
import { maxStateVectorBytes } from '#shared/realtime/events.ts';

/** What this device has of a board; nothing where that would be too long to say, and then the board is sent in full. */
export function seenOf(doc: Y.Doc): Uint8Array {
  const vector = Y.encodeStateVector(doc);
  return vector.length > maxStateVectorBytes ? new Uint8Array() : vector;
}

import { ByteReader } from './byte-reader.ts';
import { Refusal } from './verdict.ts';

/** Whether the bytes say, for a number of client ids, up to where their structs are known; or say nothing at all. Never throws. */
export function isStateVector(bytes: Uint8Array): boolean {
  if (bytes.length === 0) return true;
  const reader = new ByteReader(bytes);
  try {
    // Each entry takes two bytes or more, so a count that lies runs out of bytes soon.
    for (let left = reader.uint(); left > 0; left--) {
      reader.uint();
      reader.uint();
    }
    return reader.atEnd;
  } catch (thrown) {
    if (thrown instanceof Refusal) return false;
    throw thrown;
  }
}

/** The state vector of a device that has nothing of the board yet. */
export function isNothing(stateVector: Uint8Array): boolean {
  return stateVector.length <= 1;
}

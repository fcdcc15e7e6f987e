/** Writes a board without its history, and shows that what is left says the same. On copies: it costs only the thread it runs on. */
import { isDeepStrictEqual } from 'node:util';
import * as Y from 'yjs';
import { allIn } from '#shared/board/all-in.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { withoutHistory } from '#shared/board/without-history.ts';
import { waits } from '../load-board.ts';

/** A board without its history, ready to be kept. */
export interface Lean {
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  /** The one client id all of it is written under. */
  readonly clientId: number;
}

/** Null when the board does not read, or would not read the same. Never throws. */
export function leaveHistory(state: Uint8Array): Lean | null {
  try {
    const doc = newBoardDoc();
    Y.applyUpdate(doc, state);
    const lean = withoutHistory(doc);
    const left = Y.encodeStateAsUpdate(lean);
    return saysTheSame(left, doc) ? { state: left, stateVector: Y.encodeStateVector(lean), clientId: lean.clientID } : null;
  } catch {
    return null;
  }
}

function saysTheSame(state: Uint8Array, as: Y.Doc): boolean {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, state);
  return !waits(doc) && isDeepStrictEqual(allIn(doc), allIn(as));
}

/** Folds a board's log into one state, and shows that it reads back as what the log says. On copies: it costs only the thread it runs on. */
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { describeDoc } from '../gate/structure.ts';
import { replay, waits } from '../load-board.ts';

/** A log, as it is stored. Crosses to another thread: plain data only. */
export interface LogToFold {
  readonly snapshot: { readonly state: Uint8Array; readonly sha256: string } | null;
  /** The bytes of the rows after it, in their order. */
  readonly updates: readonly Uint8Array[];
}

/** Null when the log does not read in full, or its state does not read back as the same board. */
export type Folded = { readonly state: Uint8Array; readonly stateVector: Uint8Array } | null;

/** A log of no more than this is folded faster than it is carried to another thread. */
const short = { updates: 100, bytes: 30_000 };

export function isShort({ snapshot, updates }: LogToFold): boolean {
  const bytes = updates.reduce((sum, update) => sum + update.length, snapshot?.state.length ?? 0);
  return updates.length <= short.updates && bytes <= short.bytes;
}

/** Never throws. */
export function foldLog({ snapshot, updates }: LogToFold): Folded {
  try {
    const rows = updates.map((bytes) => ({ bytes, quarantinedAt: null }));
    const { doc, broken } = replay(snapshot, rows);
    const state = Y.encodeStateAsUpdate(doc);
    return broken === null && readsAs(state, describeDoc(doc)) ? { state, stateVector: Y.encodeStateVector(doc) } : null;
  } catch {
    return null;
  }
}

function readsAs(state: Uint8Array, looks: string): boolean {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, state);
  return !waits(doc) && describeDoc(doc) === looks;
}

/**
 * An empty document for a board. Yjs (13.6.33) tidies formatting marks by itself whenever a copy takes in what others wrote, each
 * copy by what it happens to hold: two copies may each let go of the mark the other one keeps, and then read differently. Copies
 * of a board never change by themselves; marks that are too many are tidied by the server, in the log (`upgrade.ts`).
 */
import * as Y from 'yjs';
import { boardRoots } from './layout.ts';

/** A document with both roots and nothing in them. */
export function newBoardDoc(): Y.Doc {
  const doc = new Y.Doc();
  boardRoots(doc);
  // The last thing Yjs tells before it would begin to tidy.
  doc.on('afterTransaction', (transaction: Y.Transaction) => void (transaction._needFormattingCleanup = false));
  return doc;
}

/** The first content of a board, written once by the server. */
import * as Y from 'yjs';
import { createFirstContent } from '#shared/board/first-content.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import type { Tx } from '../db/db.ts';
import type { FirstContent } from './boards.ts';
import { elementRowOf } from './projection.ts';
import { addBoard, appendUpdates, bindClients, putElements } from './store.ts';

/** Adds the board, its first log row and the rows of its first elements. `by` lit it. */
export async function createBoard(tx: Tx, boardId: string, first: FirstContent, by: string, at: Date): Promise<void> {
  const doc = newBoardDoc();
  try {
    createFirstContent(doc, first);
    await addBoard(tx, { id: boardId, epoch: 1, seq: 1, createdAt: at });
    await appendUpdates(tx, [{ boardId, seq: 1, epoch: 1, personId: null, bytes: Y.encodeStateAsUpdate(doc), createdAt: at, quarantinedAt: null }]);
    await bindClients(tx, [{ boardId, clientId: doc.clientID, personId: null, createdAt: at }]);
    await putElements(
      tx,
      listElements(doc).elements.map((element) => elementRowOf(boardId, element, by, at)),
    );
  } finally {
    doc.destroy();
  }
}

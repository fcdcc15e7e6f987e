/** A stored board of an older shape becomes one of this version: once, by the server, in the log. */
import * as Y from 'yjs';
import { upgradeBoard } from '#shared/board/upgrade.ts';
import type { Db } from '../db/db.ts';
import { type LoadedBoard, loadBoard } from './load-board.ts';
import type { BoardParts } from './make-boards.ts';
import * as store from './store.ts';

/** @throws Problem when the board is not there or its snapshot does not read */
export async function loadUpToDate(boardId: string, { db, log, clock }: Pick<BoardParts, 'db' | 'log' | 'clock'>): Promise<LoadedBoard> {
  return bringUpToDate(db, boardId, await loadBoard(db, log, boardId, clock.now()), clock.now());
}

/** The board as this version writes it; what had to change is logged under nobody's name. */
async function bringUpToDate(db: Db, boardId: string, board: LoadedBoard, now: Date): Promise<LoadedBoard> {
  const { doc, owners, epoch } = board;
  const before = Y.encodeStateVector(doc);
  if (board.damaged || !upgradeBoard(doc)) return board;
  const seq = board.seq + 1;
  const bytes = Y.encodeStateAsUpdate(doc, before);
  await db.transact(async (tx) => {
    await store.moveEnd(tx, boardId, epoch, seq);
    await store.appendUpdates(tx, [{ boardId, seq, epoch, personId: null, bytes, createdAt: now, quarantinedAt: null }]);
    await store.bindClients(tx, [{ boardId, clientId: doc.clientID, personId: null, createdAt: now }]);
  });
  owners.set(doc.clientID, null);
  return { ...board, seq, tail: { ...board.tail, rows: board.tail.rows + 1, bytes: board.tail.bytes + bytes.length } };
}

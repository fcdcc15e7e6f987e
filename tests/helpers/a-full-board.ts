/** A board that has grown full. */
import * as Y from 'yjs';
import type { Boards } from '#server/boards/boards.ts';
import { sha256 } from '#server/boards/shape.ts';
import { bindClients, keepSnapshot } from '#server/boards/store.ts';
import type { Db } from '#server/db/db.ts';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { newId } from '#shared/lib/ids.ts';

/**
 * Leaves a question on the board in which so many letters were written and deleted again, as on an earlier day that was brought back: the same
 * through the gate, as `writeAndDelete` can, takes a merge for each 40,000. @returns how full it is then, in percent
 */
export async function fillUp({ db, boards }: { db: Db; boards: Boards }, boardId: string, personId: string, letters = 195_000): Promise<number> {
  const { room, release } = await boards.hold(boardId);
  const doc = newBoardDoc();
  Y.applyUpdate(doc, await room.look((live) => Y.encodeStateAsUpdate(live)));
  writeAndDelete(doc, letters);
  const state = Y.encodeStateAsUpdate(doc);
  const createdAt = new Date();
  await db.transact(async (tx) => {
    await keepSnapshot(tx, { boardId, seq: 0, epoch: room.epoch, state, sha256: sha256(state), stateVector: null, shape: null, createdAt });
    await bindClients(tx, [{ boardId, clientId: doc.clientID, personId, createdAt }]);
  });
  await boards.bringBack(boardId, 0, personId);
  const filled = room.filled ?? 0;
  release();
  return filled;
}

/** Each letter in front of the one before, so that what is left of them can not be put together. */
export function writeAndDelete(doc: Y.Doc, letters: number): void {
  const id = newId();
  doc.transact(() => {
    addElement(doc, { id, kind: 'question', position: endPosition(doc), values: { title: 'Much was written here' } });
    const text = textOf(doc, id, 'why');
    if (text === null) throw new Error('a question has words');
    for (let n = 0; n < letters; n++) text.insert(0, 'x');
    text.delete(0, letters);
  });
}

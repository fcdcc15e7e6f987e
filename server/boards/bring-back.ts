/** An earlier day of a board becomes the board again. */
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { Problem } from '#shared/lib/problem.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import type { Tx } from '../db/db.ts';
import { waits } from './load-board.ts';
import { beginEpoch, type Now } from './new-epoch.ts';
import { elementRowOf } from './projection.ts';
import { sha256 } from './shape.ts';
import * as store from './store.ts';

export interface BringBack {
  readonly boardId: string;
  /** The snapshot to bring back. */
  readonly seq: number;
  readonly personId: string;
  readonly at: Date;
}

/**
 * Writes an earlier day as the board of a new epoch: log, snapshot, purpose and rows.
 * @throws Problem not-found when there is no such day, unavailable when it does not read, conflict when the board moved meanwhile
 */
export async function bringBack(tx: Tx, { boardId, seq: daySeq, personId, at }: BringBack, now: Now): Promise<void> {
  const day = await store.snapshotAt(tx, boardId, daySeq);
  if (day === null) throw new Problem('not-found', 'problem.not-found');
  if (sha256(day.state) !== day.sha256) throw new Problem('unavailable', 'problem.board-damaged');
  await beginEpoch(tx, { boardId, at, now, next: day });
  const doc = readDay(day.state);
  try {
    const before = new Map((await store.elementsOf(tx, boardId)).map((row) => [row.elementId, row]));
    const rows = listElements(doc).elements.map((element) => {
      const known = before.get(element.id);
      return {
        ...elementRowOf(boardId, element, personId, at),
        ...(known === undefined ? { addedBy: null } : { addedBy: known.addedBy, addedAt: known.addedAt }),
      };
    });
    await store.replaceElements(tx, boardId, rows);
    const purpose = purposeText(doc);
    await store.putPurpose(tx, boardId, purpose, wordsHash(purpose), at);
  } finally {
    doc.destroy();
  }
}

function readDay(state: Uint8Array): Y.Doc {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, state);
  if (waits(doc)) throw new Problem('unavailable', 'problem.board-damaged');
  return doc;
}

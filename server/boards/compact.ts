/** Folds a board's log into a snapshot, after showing that a fresh document made from it is the same. */
import * as Y from 'yjs';
import { boardRoots } from '#shared/board/layout.ts';
import type { BoardParts } from './make-boards.ts';
import { describeDoc } from './gate/structure.ts';
import { sha256, waits } from './load-board.ts';
import type { Room } from './room.ts';
import { keepSnapshot } from './store.ts';

const tooManyRows = 500;
const tooManyBytes = 1_000_000;

export function wantsCompaction({ rows, bytes }: Room['tail']): boolean {
  return rows >= tooManyRows || bytes >= tooManyBytes;
}

/** Keeps a verified snapshot; a board whose log does not read in full is left as it is. */
export async function compact(room: Room, { db, log, clock }: BoardParts): Promise<void> {
  if (room.damaged || room.tail.rows === 0) return;
  const taken = await room.look((doc, seq) => ({ seq, state: Y.encodeStateAsUpdate(doc), looks: describeDoc(doc) }));
  if (!readsAs(taken.state, taken.looks)) {
    log.error({ boardId: room.boardId }, 'ALARM: a snapshot does not read back as the board; the log is kept as it is');
    return;
  }
  const { boardId, epoch } = room;
  await db.transact((tx) => keepSnapshot(tx, { boardId, epoch, seq: taken.seq, state: taken.state, sha256: sha256(taken.state), createdAt: clock.now() }));
  room.compacted(taken.seq);
}

function readsAs(state: Uint8Array, looks: string): boolean {
  const doc = new Y.Doc();
  try {
    boardRoots(doc);
    Y.applyUpdate(doc, state);
    return !waits(doc) && describeDoc(doc) === looks;
  } finally {
    doc.destroy();
  }
}

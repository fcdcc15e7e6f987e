/** Folds a board's log into a snapshot, after showing that a fresh document made from it is the same. */
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { surplus } from './days.ts';
import type { BoardParts } from './make-boards.ts';
import { describeDoc } from './gate/structure.ts';
import { waits } from './load-board.ts';
import type { Room } from './room.ts';
import { boardShape, sha256 } from './shape.ts';
import * as store from './store.ts';

/** A board's log is folded by what it weighs; rows only bound how long a start after a crash takes. */
const tooManyRows = 5000;
const tooManyBytes = 1_000_000;
/** A board that is worked on has a snapshot of every hour, to go back to. */
const longAgoMs = 3_600_000;

export function wantsCompaction({ rows, bytes, since }: Room['tail'], now: Date): boolean {
  return rows >= tooManyRows || bytes >= tooManyBytes || (rows > 0 && now.getTime() - since.getTime() > longAgoMs);
}

/** Keeps a verified snapshot; a board whose log does not read in full is left as it is. */
export async function compact(room: Room, { db, log, clock }: Pick<BoardParts, 'db' | 'log' | 'clock'>): Promise<void> {
  if (room.damaged || room.tail.rows === 0) return;
  const taken = await room.look((doc, seq) => ({
    seq,
    state: Y.encodeStateAsUpdate(doc),
    stateVector: Y.encodeStateVector(doc),
    looks: describeDoc(doc),
  }));
  if (!readsAs(taken.state, taken.looks)) {
    log.error({ boardId: room.boardId }, 'ALARM: a snapshot does not read back as the board; the log is kept as it is');
    return;
  }
  const { boardId, epoch } = room;
  const { seq, state, stateVector } = taken;
  const now = clock.now();
  await db.transact(async (tx) => {
    await store.keepSnapshot(tx, { boardId, epoch, seq, state, stateVector, sha256: sha256(state), shape: boardShape, createdAt: now });
    const old = surplus(await store.snapshotsOf(tx, boardId), now);
    await store.dropSnapshots(
      tx,
      boardId,
      old.map((snapshot) => snapshot.seq),
    );
  });
  room.compacted(seq);
}

function readsAs(state: Uint8Array, looks: string): boolean {
  const doc = newBoardDoc();
  try {
    Y.applyUpdate(doc, state);
    return !waits(doc) && describeDoc(doc) === looks;
  } finally {
    doc.destroy();
  }
}

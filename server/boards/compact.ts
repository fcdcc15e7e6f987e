/** Folds a board's log into a snapshot, after showing that a fresh document made from it is the same. */
import * as Y from 'yjs';
import type { Folded, LogToFold } from './beside/fold-log.ts';
import type { Db } from '../db/db.ts';
import type { BoardParts } from './make-boards.ts';
import { dropSurplus } from './new-epoch.ts';
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

/**
 * Keeps a verified snapshot; a board whose log does not read in full is left as it is. People write on meanwhile: what is folded is what the
 * log holds, and the document in memory is only asked how far it reached.
 * @returns false when the log does not read back as the board
 */
export async function compact(room: Room, { db, clock, fold }: Pick<BoardParts, 'db' | 'clock' | 'fold'>): Promise<boolean> {
  if (room.damaged || room.tail.rows === 0) return true;
  const { boardId } = room;
  const end = await room.look((doc, seq) => ({ epoch: room.epoch, seq, bytes: room.tail.bytes, stateVector: Y.encodeStateVector(doc) }));
  const folded = await fold(await logUpTo(db, boardId, end.seq));
  if (folded === null || !equal(folded.stateVector, end.stateVector)) return false;
  if (await keep(db, { boardId, epoch: end.epoch, seq: end.seq, ...folded }, clock.now())) room.compacted(end.seq, end.bytes);
  return true;
}

/** @returns false when the board took another epoch meanwhile: then there is nothing left to fold */
function keep(db: Db, of: { boardId: string; epoch: number; seq: number } & NonNullable<Folded>, now: Date): Promise<boolean> {
  const { boardId } = of;
  return db.transact(async (tx) => {
    if ((await store.boardRow(tx, boardId))?.epoch !== of.epoch) return false;
    await store.keepSnapshot(tx, { ...of, sha256: sha256(of.state), shape: boardShape, createdAt: now });
    await dropSurplus(tx, boardId, now);
    return true;
  });
}

async function logUpTo(db: Db, boardId: string, seq: number): Promise<LogToFold> {
  const snapshot = await store.latestSnapshot(db, boardId);
  const rows = await store.updatesAfter(db, boardId, snapshot?.seq ?? 0);
  return {
    snapshot: snapshot === null ? null : { state: snapshot.state, sha256: snapshot.sha256 },
    updates: rows.filter((row) => row.seq <= seq).map((row) => row.bytes),
  };
}

function equal(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

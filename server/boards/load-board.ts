/** From the log to a live document: a verified snapshot and the rows after it. Never an empty board in place of a broken one. */
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Db } from '../db/db.ts';
import { boundBy } from './client-ids.ts';
import { Growth } from './growth.ts';
import type { Log } from '../log/log.ts';
import { boardShape, sha256 } from './shape.ts';
import * as store from './store.ts';

export interface Tail {
  readonly rows: number;
  readonly bytes: number;
  readonly since: Date;
}

export interface LoadedBoard {
  readonly doc: Y.Doc;
  readonly epoch: number;
  /** The last sequence number in the log. */
  readonly seq: number;
  /** Which person each client id belongs to; null for the server. */
  readonly owners: Map<number, string | null>;
  /** When each person bound their newest client ids, in milliseconds. */
  readonly recent: Map<string, number[]>;
  readonly growth: Growth;
  /** Rows and bytes of the log that no snapshot holds yet, and since when. */
  readonly tail: Tail;
  /** A row did not load: the board opens for reading only. */
  readonly damaged: boolean;
}

/** A board as it lies in the log, whole and of today's shape: it can be read and sent without building its document. */
export interface StoredBoard {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array;
  readonly stateVector: Uint8Array;
  readonly since: Date;
}

/** @returns null when there is more to do than to send a snapshot. @throws Problem not-found when there is no such board */
export async function storedBoard(db: Db, boardId: string): Promise<StoredBoard | null> {
  const row = await store.boardRow(db, boardId);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  const snapshot = await store.latestSnapshot(db, boardId);
  if (snapshot === null || snapshot.seq !== row.seq || snapshot.epoch !== row.epoch) return null;
  const { state, stateVector, shape, createdAt } = snapshot;
  if (stateVector === null || shape !== boardShape || sha256(state) !== snapshot.sha256) return null;
  return { epoch: row.epoch, seq: row.seq, state, stateVector, since: createdAt };
}

/** @throws Problem not-found when there is no such board; unavailable when its snapshot does not read */
export async function loadBoard(db: Db, log: Log, boardId: string, now: Date): Promise<LoadedBoard> {
  const row = await store.boardRow(db, boardId);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  const snapshot = await store.latestSnapshot(db, boardId);
  const tail = await store.updatesAfter(db, boardId, snapshot?.seq ?? 0);
  const { doc, broken } = replay(snapshot, tail);
  if (broken !== null) await setAside(db, log, broken, now);
  const bindings = await store.clientsOf(db, boardId);
  const tailBytes = tail.reduce((sum, update) => sum + update.bytes.length, 0);
  return {
    doc,
    epoch: row.epoch,
    seq: row.seq,
    ...boundBy(bindings),
    growth: new Growth(doc, (snapshot?.state.length ?? 0) + tailBytes),
    tail: { rows: tail.length, bytes: tailBytes, since: snapshot?.createdAt ?? row.createdAt },
    damaged: broken !== null || tail.length !== row.seq - (snapshot?.seq ?? 0),
  };
}

/** Whether a document waits for structs or deletes that are not there; such a one must not be built upon. */
export function waits(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
}

/**
 * A document with both roots, and the log up to the first row that does not load or was set aside before.
 * @throws Problem unavailable when the snapshot does not read
 */
export function replay<Row extends Pick<store.UpdateRow, 'bytes' | 'quarantinedAt'>>(
  snapshot: Pick<store.SnapshotRow, 'state' | 'sha256'> | null,
  tail: readonly Row[],
): { doc: Y.Doc; broken: Row | null } {
  const doc = newBoardDoc();
  if (snapshot !== null && (sha256(snapshot.state) !== snapshot.sha256 || !applies(doc, snapshot.state)))
    throw new Problem('unavailable', 'problem.board-damaged');
  const at = tail.findIndex((update) => update.quarantinedAt !== null || !applies(doc, update.bytes));
  const broken = at < 0 ? null : (tail[at] ?? null);
  // A row that throws half-way has left its first half behind: start again without it.
  return broken === null ? { doc, broken } : { doc: replay(snapshot, tail.slice(0, at)).doc, broken };
}

function applies(doc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(doc, update);
  } catch {
    return false;
  }
  return !waits(doc);
}

async function setAside(db: Db, log: Log, { boardId, seq, quarantinedAt }: store.UpdateRow, now: Date): Promise<void> {
  log.error({ boardId, seq }, 'ALARM: a row of a board log does not load; the board is open for reading only, up to the row before');
  if (quarantinedAt === null) await db.transact((tx) => store.quarantine(tx, boardId, seq, now));
}

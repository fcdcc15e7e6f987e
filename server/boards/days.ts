/** Earlier days of a board: which snapshots are kept, and how one becomes the board again. */
import * as Y from 'yjs';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import type { Tx } from '../db/db.ts';
import { waits } from './load-board.ts';
import { elementRowOf } from './projection.ts';
import { sha256 } from './shape.ts';
import * as store from './store.ts';

const keptDays = 7;
const hourMs = dayMs / 24;

/**
 * Which snapshots to let go: all but the newest once they are a week old; of the last day one an hour stays, before that one a day.
 * `snapshots` newest first.
 */
export function surplus<S extends { readonly createdAt: Date }>(snapshots: readonly S[], now: Date): S[] {
  const kept = new Set<string>();
  return snapshots.filter((snapshot, i) => {
    if (i === 0) return false;
    const age = now.getTime() - snapshot.createdAt.getTime();
    if (age > keptDays * dayMs) return true;
    const slot = `${age < dayMs ? hourMs : dayMs}/${Math.floor(snapshot.createdAt.getTime() / (age < dayMs ? hourMs : dayMs))}`;
    if (kept.has(slot)) return true;
    kept.add(slot);
    return false;
  });
}

export interface BringBack {
  readonly boardId: string;
  /** The snapshot to bring back. */
  readonly seq: number;
  readonly personId: string;
  readonly at: Date;
}

/** What the board is now; it becomes a snapshot too, so that bringing back can itself be taken back. */
export interface Now {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array;
}

/**
 * Writes an earlier day as the board of a new epoch: log, snapshot, purpose and rows.
 * @throws Problem not-found when there is no such day, unavailable when it does not read, conflict when the board moved meanwhile
 */
export async function bringBack(tx: Tx, { boardId, seq: daySeq, personId, at }: BringBack, now: Now): Promise<void> {
  const day = await store.snapshotAt(tx, boardId, daySeq);
  if (day === null) throw new Problem('not-found', 'problem.not-found');
  if (sha256(day.state) !== day.sha256) throw new Problem('unavailable', 'problem.board-damaged');
  const [seq, epoch] = [now.seq + 1, now.epoch + 1];
  if (!(await store.newEpoch(tx, boardId, now, { seq, epoch }))) throw new Problem('conflict', 'problem.conflict');
  await store.keepSnapshot(tx, {
    boardId,
    seq: now.seq,
    epoch: now.epoch,
    state: now.state,
    sha256: sha256(now.state),
    stateVector: null,
    shape: null,
    createdAt: at,
  });
  await store.keepSnapshot(tx, { ...day, seq, epoch, createdAt: at });
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

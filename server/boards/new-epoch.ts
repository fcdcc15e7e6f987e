/** A board goes on from another state, under a new epoch; what it was until then becomes a snapshot, so that this too can be taken back. */
import { Problem } from '#shared/lib/problem.ts';
import type { Tx } from '../db/db.ts';
import { surplus } from './days.ts';
import { sha256 } from './shape.ts';
import * as store from './store.ts';

/** What the board is now. */
export interface Now {
  readonly epoch: number;
  readonly seq: number;
  readonly state: Uint8Array;
}

export interface NewEpoch {
  readonly boardId: string;
  readonly at: Date;
  readonly now: Now;
  /** What the board goes on from. */
  readonly next: Pick<store.SnapshotRow, 'state' | 'sha256' | 'stateVector' | 'shape'>;
}

/** @throws Problem conflict when the board moved meanwhile */
export async function beginEpoch(tx: Tx, { boardId, at, now, next: { state, sha256: hash, stateVector, shape } }: NewEpoch): Promise<void> {
  const [seq, epoch] = [now.seq + 1, now.epoch + 1];
  if (!(await store.newEpoch(tx, boardId, now, { seq, epoch }))) throw new Problem('conflict', 'problem.conflict');
  await store.keepSnapshot(tx, { boardId, ...now, sha256: sha256(now.state), stateVector: null, shape: null, createdAt: at });
  await store.keepSnapshot(tx, { boardId, seq, epoch, state, sha256: hash, stateVector, shape, createdAt: at });
  await dropSurplus(tx, boardId, at);
}

/** Lets go of the snapshots that are not among the earlier days. */
export async function dropSurplus(tx: Tx, boardId: string, now: Date): Promise<void> {
  const old = surplus(await store.snapshotsOf(tx, boardId), now);
  await store.dropSnapshots(
    tx,
    boardId,
    old.map(({ seq }) => seq),
  );
}

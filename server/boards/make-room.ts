/** Room on a board that has grown full: it goes on from a copy that holds the same cards and words and none of their history. */
import { fullFrom } from '#shared/board/limits.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Tx } from '../db/db.ts';
import type { Lean } from './beside/leave-history.ts';
import { beginEpoch, type Now } from './new-epoch.ts';
import type { Room } from './room.ts';
import { boardShape, sha256 } from './shape.ts';
import { bindClients } from './store.ts';

/** @throws Problem conflict when there is room enough, unavailable when the board could not be read whole */
export function mayMakeRoom({ damaged, filled }: Pick<Room, 'damaged' | 'filled'>): void {
  if (damaged) throw new Problem('unavailable', 'problem.board-damaged');
  const percent = filled ?? 0;
  if (percent < fullFrom) throw new Problem('conflict', 'refused.room-enough', { values: { percent, from: fullFrom } });
}

/**
 * Writes the board without its history, as the board of a new epoch. Rows and purpose say what they said. Whose each client id was, it stays:
 * devices that were away must not write as somebody else.
 * @throws Problem conflict when the board moved meanwhile
 */
export async function makeRoom(tx: Tx, boardId: string, now: Now, { state, stateVector, clientId }: Lean, at: Date): Promise<void> {
  await beginEpoch(tx, { boardId, at, now, next: { state, sha256: sha256(state), stateVector, shape: boardShape } });
  await bindClients(tx, [{ boardId, clientId, personId: null, createdAt: at }]);
}

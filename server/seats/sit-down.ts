import { record } from '../activity/record.ts';
import type { App } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { noteArrival, type SeatToTake, takeSeat } from './store.ts';

/** Somebody takes a seat, by whichever door; what that answers is answered, and it is written down and told. */
export async function sitDown(app: App, tx: Tx, taking: SeatToTake): Promise<void> {
  const { initiativeId, personId, seat, at } = taking;
  const taken = await takeSeat(tx, taking);
  await noteArrival(tx, taking);
  if (taken === 'kept') return;
  const topics = seatTopics(initiativeId, personId);
  if (taken === 'joined') await record(app, tx, { what: 'initiative.joined', initiativeId, personId, at, topics });
  else await record(app, tx, { what: 'initiative.seat-changed', initiativeId, personId, at, values: { seat }, topics });
}

/** What goes stale when somebody's seat changes. */
export function seatTopics(initiativeId: string, personId: string) {
  return [
    `initiative:${initiativeId}/head`,
    `initiative:${initiativeId}/invitations`,
    `initiative:${initiativeId}/activity`,
    'initiatives',
    `me:${personId}`,
  ] as const;
}

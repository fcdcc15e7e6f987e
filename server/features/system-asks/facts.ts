/** What the policy must know about somebody and a system ask, which belongs to several initiatives at once. */
import { Problem } from '#shared/lib/problem.ts';
import type { Facts, Seat } from '#shared/policy/facts.ts';
import type { Reader } from '../../db/db.ts';
import { placeFacts, type Viewer } from '../../policy/viewer.ts';
import { highestSeat } from '../../seats/store.ts';
import { joinedIn, seatsOf, systemAskById, type SystemAskRow } from './store.ts';

/** @throws Problem not-found */
export async function found(reader: Reader, id: string): Promise<SystemAskRow> {
  const row = await systemAskById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

/** The seat is the viewer's highest in the initiatives whose blockers stand in it; it is addressed to the one who takes it there. */
export async function systemAskFacts(reader: Reader, viewer: Viewer, row: SystemAskRow, known: Partial<Facts> = {}): Promise<Facts> {
  const seats = viewer.personId === null ? new Map<string, Seat>() : await seatsOf(reader, viewer.personId);
  const joined = await joinedIn(reader, [row.id]);
  const seat = highestSeat(joined.flatMap((one) => seats.get(one.initiativeId) ?? []));
  const addressed = row.sponsorId !== null && row.sponsorId === viewer.personId;
  return placeFacts(reader, viewer, { seat, addressed, ended: row.answer !== null, ...known });
}

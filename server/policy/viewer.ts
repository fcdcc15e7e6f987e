/** Who is looking, and the facts the policy needs about them. */
import { Problem } from '#shared/lib/problem.ts';
import type { Action } from '#shared/policy/actions.ts';
import { allow, can } from '#shared/policy/can.ts';
import { type Facts, factsOf, type Standing } from '#shared/policy/facts.ts';
import type { Reader } from '../db/db.ts';
import { openToRead, otherCoOwners, seatIn } from './store.ts';

export interface Viewer {
  readonly standing: Standing;
  /** Null for a visitor. */
  readonly personId: string | null;
  readonly userId: string | null;
  readonly sessionId: string | null;
}

export const visitor: Viewer = { standing: 'visitor', personId: null, userId: null, sessionId: null };

/** Facts about a viewer outside any initiative. */
export async function placeFacts(reader: Reader, viewer: Viewer, known: Partial<Facts> = {}): Promise<Facts> {
  // Whether the place is open to read only matters to those who have not signed in.
  return factsOf({ standing: viewer.standing, openToRead: viewer.standing === 'visitor' && (await openToRead(reader)), ...known });
}

/** Facts about a viewer in an initiative. @throws Problem not-found when there is no such initiative */
export async function initiativeFacts(reader: Reader, viewer: Viewer, initiativeId: string, known: Partial<Facts> = {}): Promise<Facts> {
  const seat = await seatIn(reader, initiativeId, viewer.personId);
  if (seat === undefined) throw new Problem('not-found', 'problem.not-found');
  return placeFacts(reader, viewer, { seat, otherCoOwners: await otherCoOwners(reader, initiativeId, viewer.personId), ...known });
}

/** @throws Problem with the policy's reason when the facts do not allow the action */
export function allowing(action: Action, facts: Facts): void {
  allow(can(action, facts));
}

/** The viewer's person id, for acts that only the signed-in can do. @throws Problem not-signed-in */
export function personOf(viewer: Viewer): string {
  if (viewer.personId === null) throw new Problem('not-signed-in', 'why.sign-in');
  return viewer.personId;
}

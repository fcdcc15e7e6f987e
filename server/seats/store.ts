/** Seats in an initiative. Several doors lead to one (joining, an invitation, an invite link), so taking one is written here once. */
import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Perspective } from '#shared/features/people/model.ts';
import type { Seat } from '#shared/policy/facts.ts';
import type { Reader, Tx } from '../db/db.ts';

/** From the least to the most one may do. */
const ladder: readonly Seat[] = ['reader', 'commenter', 'member', 'co-owner'];

export interface SeatToTake {
  readonly initiativeId: string;
  readonly personId: string;
  readonly seat: Seat;
  readonly perspectives: readonly Perspective[];
  readonly at: Date;
}

/** What taking a seat did: somebody new (or back again), a higher seat than before, or nothing because theirs is as high. */
export type SeatTaken = 'joined' | 'raised' | 'kept';

/** Gives somebody a seat; never lowers the one they have. Two requests at once seat a person once. */
export async function takeSeat(tx: Tx, taking: SeatToTake): Promise<SeatTaken> {
  const taken = (await sitDown(tx, taking)) ? 'joined' : (await moveUp(tx, taking)) ? 'raised' : 'kept';
  if (taken !== 'joined' && taking.perspectives.length > 0) await changePerspectives(tx, taking);
  return taken;
}

/** Changes the perspectives of somebody who has a seat. @returns whether they have one */
export async function changePerspectives(
  { sql, t }: Tx,
  { initiativeId, personId, perspectives }: Pick<SeatToTake, 'initiativeId' | 'personId' | 'perspectives'>,
): Promise<boolean> {
  const changed = await sql
    .update(t.membership)
    .set({ perspectives: [...perspectives] })
    .where(and(eq(t.membership.initiativeId, initiativeId), eq(t.membership.personId, personId), isNull(t.membership.leftAt)))
    .returning({ personId: t.membership.personId });
  return changed.length > 0;
}

/** Open invitations of somebody who sat down by another door, to no more than this seat, are answered by it; the initiative has moved. */
export async function noteArrival({ sql, t }: Tx, { initiativeId, personId, seat, at }: SeatToTake): Promise<void> {
  const open = and(
    eq(t.invitation.initiativeId, initiativeId),
    eq(t.invitation.about, 'initiative'),
    eq(t.invitation.personId, personId),
    isNull(t.invitation.answeredAt),
    isNull(t.invitation.withdrawnAt),
  );
  await sql
    .update(t.invitation)
    .set({ answer: 'yes', answeredAt: at })
    .where(and(open, inArray(t.invitation.seat, seatsUpTo(seat))));
  await sql.update(t.initiative).set({ movedAt: at }).where(eq(t.initiative.id, initiativeId));
}

export async function coOwnersOf({ sql, t }: Reader, initiativeId: string): Promise<string[]> {
  const rows = await sql
    .select({ id: t.membership.personId })
    .from(t.membership)
    .where(and(eq(t.membership.initiativeId, initiativeId), eq(t.membership.seat, 'co-owner'), isNull(t.membership.leftAt)));
  return rows.map((row) => row.id);
}

/** Everybody who writes on an initiative's board, in the order they came. */
export async function writersOf(reader: Reader, initiativeId: string): Promise<string[]> {
  return (await writers(reader, initiativeId)).map((row) => row.personId);
}

/** The same without guests who have not claimed yet. */
export async function writersWithAccount(reader: Reader, initiativeId: string): Promise<string[]> {
  return (await writers(reader, initiativeId)).filter((row) => row.standing !== 'guest').map((row) => row.personId);
}

function writers({ sql, t }: Reader, initiativeId: string) {
  const writes = and(eq(t.membership.initiativeId, initiativeId), isNull(t.membership.leftAt), inArray(t.membership.seat, ['co-owner', 'member']));
  return sql
    .select({ personId: t.membership.personId, standing: t.person.standing })
    .from(t.membership)
    .innerJoin(t.person, eq(t.person.id, t.membership.personId))
    .where(writes)
    .orderBy(asc(t.membership.joinedAt), asc(t.membership.personId));
}

/** Seats at or below this one. */
export function seatsUpTo(seat: Seat): Seat[] {
  return ladder.slice(0, ladder.indexOf(seat) + 1);
}

/** The lower of two seats. */
export function lowerSeat(one: Seat, other: Seat): Seat {
  return ladder.indexOf(one) < ladder.indexOf(other) ? one : other;
}

/** The highest of some seats, null of none. */
export function highestSeat(seats: readonly Seat[]): Seat | null {
  return ladder.findLast((one) => seats.includes(one)) ?? null;
}

/** A new row, or the row of somebody who had left; nothing when they are in. */
async function sitDown({ sql, t }: Tx, { initiativeId, personId, seat, perspectives, at }: SeatToTake): Promise<boolean> {
  const seated = { seat, perspectives: [...perspectives], joinedAt: at, leftAt: null };
  const rows = await sql
    .insert(t.membership)
    .values({ initiativeId, personId, ...seated })
    .onConflictDoUpdate({ target: [t.membership.initiativeId, t.membership.personId], set: seated, setWhere: isNotNull(t.membership.leftAt) })
    .returning({ personId: t.membership.personId });
  return rows.length > 0;
}

async function moveUp({ sql, t }: Tx, { initiativeId, personId, seat }: SeatToTake): Promise<boolean> {
  const below = seatsUpTo(seat).filter((one) => one !== seat);
  if (below.length === 0) return false;
  const rows = await sql
    .update(t.membership)
    .set({ seat })
    .where(
      and(
        eq(t.membership.initiativeId, initiativeId),
        eq(t.membership.personId, personId),
        isNull(t.membership.leftAt),
        inArray(t.membership.seat, below),
      ),
    )
    .returning({ personId: t.membership.personId });
  return rows.length > 0;
}

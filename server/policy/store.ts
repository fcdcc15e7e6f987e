/** What the policy must know, read from rows. */
import { and, count, eq, isNull, ne } from 'drizzle-orm';
import type { Seat } from '#shared/policy/facts.ts';
import type { Reader } from '../db/db.ts';

/** A person's seat in an initiative, null without one. @returns undefined when there is no such initiative */
export async function seatIn({ sql, t }: Reader, initiativeId: string, personId: string | null): Promise<Seat | null | undefined> {
  const [row] = await sql
    .select({ seat: t.membership.seat })
    .from(t.initiative)
    .leftJoin(
      t.membership,
      and(eq(t.membership.initiativeId, t.initiative.id), eq(t.membership.personId, personId ?? ''), isNull(t.membership.leftAt)),
    )
    .where(eq(t.initiative.id, initiativeId));
  return row === undefined ? undefined : row.seat;
}

/** How many co-owners an initiative has besides this person. */
export async function otherCoOwners({ sql, t }: Reader, initiativeId: string, personId: string | null): Promise<number> {
  const [row] = await sql
    .select({ n: count() })
    .from(t.membership)
    .where(
      and(
        eq(t.membership.initiativeId, initiativeId),
        eq(t.membership.seat, 'co-owner'),
        isNull(t.membership.leftAt),
        ne(t.membership.personId, personId ?? ''),
      ),
    );
  return Number(row?.n ?? 0);
}

/** Whether people who have not signed in may read. */
export async function openToRead({ sql, t }: Reader): Promise<boolean> {
  const [row] = await sql.select({ open: t.place.openToRead }).from(t.place).limit(1);
  return row?.open ?? false;
}

import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import type { Tx } from '../../../db/db.ts';

/**
 * Gives a seat up, unless it is the last co-owner's. Hold the initiative first: two co-owners who leave at the same moment must see each other.
 * @returns whether they left
 */
export async function leaveSeat({ sql, t }: Tx, initiativeId: string, personId: string, at: Date): Promise<boolean> {
  const otherCoOwner = sql
    .select({ id: t.membership.initiativeId })
    .from(t.membership)
    .where(
      and(
        eq(t.membership.initiativeId, initiativeId),
        eq(t.membership.seat, 'co-owner'),
        isNull(t.membership.leftAt),
        ne(t.membership.personId, personId),
      ),
    );
  const left = await sql
    .update(t.membership)
    .set({ leftAt: at })
    .where(
      and(
        eq(t.membership.initiativeId, initiativeId),
        eq(t.membership.personId, personId),
        isNull(t.membership.leftAt),
        or(ne(t.membership.seat, 'co-owner'), inArray(t.membership.initiativeId, otherCoOwner)),
      ),
    )
    .returning({ personId: t.membership.personId });
  return left.length > 0;
}

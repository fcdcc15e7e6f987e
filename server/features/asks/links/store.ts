/** Rows of answer links. The secret itself is in none of them. */
import { and, eq, gt, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export type LinkRow = Reader['t']['askLink']['$inferSelect'];

export async function addLink({ sql, t }: Tx, row: Omit<LinkRow, 'endedAt'>): Promise<void> {
  await sql.insert(t.askLink).values({ ...row, endedAt: null });
}

/** The link of this secret, over or not; null when there never was one. */
export async function linkByHash({ sql, t }: Reader, secretHash: string): Promise<LinkRow | null> {
  const [row] = await sql.select().from(t.askLink).where(eq(t.askLink.secretHash, secretHash));
  return row ?? null;
}

/** Uses a link up, in one statement, so that of many at once one gets it. @returns the link, or null when it is over */
export async function spendLink({ sql, t }: Tx, secretHash: string, now: Date): Promise<LinkRow | null> {
  const open = and(eq(t.askLink.secretHash, secretHash), isNull(t.askLink.endedAt), gt(t.askLink.expiresAt, now));
  const [row] = await sql.update(t.askLink).set({ endedAt: now }).where(open).returning();
  return row ?? null;
}

/** No link of an ask answers any more: it has been answered, handed over, stepped up or taken back. */
export async function endLinks({ sql, t }: Tx, askId: string, now: Date): Promise<void> {
  await sql
    .update(t.askLink)
    .set({ endedAt: now })
    .where(and(eq(t.askLink.askId, askId), isNull(t.askLink.endedAt)));
}

export async function purposeOf({ sql, t }: Reader, initiativeId: string): Promise<string> {
  const [row] = await sql.select({ purpose: t.initiative.purpose }).from(t.initiative).where(eq(t.initiative.id, initiativeId));
  return row?.purpose ?? '';
}

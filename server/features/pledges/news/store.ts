/** Where a pledge stands, as its giver told: rows are added and read, never changed. */
import { and, asc, eq, inArray, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export type PledgeNews = Omit<Reader['t']['pledgeNews']['$inferSelect'], 'n'>;

/** @returns false when there is news by this id already */
export async function addNews({ sql, t }: Tx, row: PledgeNews): Promise<boolean> {
  return (await sql.insert(t.pledgeNews).values(row).onConflictDoNothing().returning({ id: t.pledgeNews.id })).length > 0;
}

export async function newsById({ sql, t }: Reader, id: string): Promise<PledgeNews | null> {
  const [row] = await sql.select().from(t.pledgeNews).where(eq(t.pledgeNews.id, id));
  return row ?? null;
}

/** The news of these pledges by pledge, each in the order it was told. */
export async function newsOf({ sql, t }: Reader, pledgeIds: readonly string[]): Promise<Map<string, PledgeNews[]>> {
  const found = new Map<string, PledgeNews[]>();
  for (let i = 0; i < pledgeIds.length; i += 500) {
    const part = pledgeIds.slice(i, i + 500);
    const rows = await sql.select().from(t.pledgeNews).where(inArray(t.pledgeNews.pledgeId, part)).orderBy(asc(t.pledgeNews.n));
    for (const row of rows) found.set(row.pledgeId, [...(found.get(row.pledgeId) ?? []), row]);
  }
  return found;
}

/** The giver holds the pledge to another day, or to the same. @returns whether it was still open, theirs, and due on the day they knew */
export async function holdTo(
  { sql, t }: Tx,
  { id, personId }: { id: string; personId: string },
  day: { from: string | null; to: string | null },
): Promise<boolean> {
  const open = and(eq(t.pledge.id, id), eq(t.pledge.personId, personId), eq(t.pledge.state, 'given'));
  const asKnown = eq(text`coalesce(${t.pledge.until}, '')`, day.from ?? '');
  const rows = await sql.update(t.pledge).set({ until: day.to }).where(and(open, asKnown)).returning({ id: t.pledge.id });
  return rows.length > 0;
}

/** Rows of what was brought in. */
import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';
import type { NewSpark } from '../store.ts';

export type BringInRow = Reader['t']['bringIn']['$inferSelect'];

/** @returns whether it is new */
export async function addBringIn({ sql, t }: Tx, row: BringInRow): Promise<boolean> {
  return (await sql.insert(t.bringIn).values(row).onConflictDoNothing({ target: t.bringIn.id }).returning({ id: t.bringIn.id })).length > 0;
}

/** At most a few hundred at once: SQLite takes 32,766 values in one statement. */
export async function addSparks({ sql, t }: Tx, rows: NewSpark[]): Promise<void> {
  if (rows.length > 0) await sql.insert(t.spark).values(rows);
}

export async function bringInById({ sql, t }: Reader, id: string): Promise<BringInRow | null> {
  const [row] = await sql.select().from(t.bringIn).where(eq(t.bringIn.id, id));
  return row ?? null;
}

/** The newest first; 200 at most. */
export async function bringIns({ sql, t }: Reader): Promise<BringInRow[]> {
  return sql.select().from(t.bringIn).orderBy(desc(t.bringIn.createdAt), desc(t.bringIn.id)).limit(200);
}

/** @returns whether it was not undone before */
export async function undo({ sql, t }: Tx, id: string, at: Date): Promise<boolean> {
  const undone = await sql
    .update(t.bringIn)
    .set({ undoneAt: at })
    .where(and(eq(t.bringIn.id, id), isNull(t.bringIn.undoneAt)))
    .returning({ id: t.bringIn.id });
  if (undone.length === 0) return false;
  await sql
    .update(t.spark)
    .set({ state: 'withdrawn' })
    .where(and(eq(t.spark.bringInId, id), ne(t.spark.state, 'withdrawn')));
  return true;
}

export async function sites({ sql, t }: Reader): Promise<{ id: string; name: string }[]> {
  return sql.select({ id: t.site.id, name: t.site.name }).from(t.site);
}

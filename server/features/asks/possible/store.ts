/** Rows of "what would make it possible?". */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export type PossibleRow = Reader['t']['askPossible']['$inferSelect'];

/** @returns false when there is an entry by this id already */
export async function addPossible({ sql, t }: Tx, row: PossibleRow): Promise<boolean> {
  return (await sql.insert(t.askPossible).values(row).onConflictDoNothing().returning({ id: t.askPossible.id })).length > 0;
}

export async function possibleById({ sql, t }: Reader, id: string): Promise<PossibleRow | null> {
  const [row] = await sql.select().from(t.askPossible).where(eq(t.askPossible.id, id));
  return row ?? null;
}

/** How many entries an ask has. */
export async function countPossible({ sql, t }: Reader, askId: string): Promise<number> {
  return Number(await sql.$count(t.askPossible, eq(t.askPossible.askId, askId)));
}

/** Entries by ask, the first one first. */
export async function possibleOf({ sql, t }: Reader, askIds: readonly string[]): Promise<Map<string, PossibleRow[]>> {
  const found = new Map<string, PossibleRow[]>();
  for (let i = 0; i < askIds.length; i += 500) {
    const part = askIds.slice(i, i + 500);
    const rows = await sql
      .select()
      .from(t.askPossible)
      .where(inArray(t.askPossible.askId, part))
      .orderBy(asc(t.askPossible.createdAt), asc(t.askPossible.id));
    for (const row of rows) found.set(row.askId, [...(found.get(row.askId) ?? []), row]);
  }
  return found;
}

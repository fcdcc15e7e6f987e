/** The trail of asks: rows are added and read, never changed. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export type StepRow = Omit<Reader['t']['askStep']['$inferSelect'], 'n'>;

/** @returns false when there is a step by this id already */
export async function addStep({ sql, t }: Tx, row: StepRow): Promise<boolean> {
  return (await sql.insert(t.askStep).values(row).onConflictDoNothing().returning({ id: t.askStep.id })).length > 0;
}

export async function stepById({ sql, t }: Reader, id: string): Promise<StepRow | null> {
  const [row] = await sql.select().from(t.askStep).where(eq(t.askStep.id, id));
  return row ?? null;
}

/** The steps of these asks by ask, each in the order they were made. */
export async function stepsOf({ sql, t }: Reader, askIds: readonly string[]): Promise<Map<string, StepRow[]>> {
  const found = new Map<string, StepRow[]>();
  for (let i = 0; i < askIds.length; i += 500) {
    const part = askIds.slice(i, i + 500);
    const rows = await sql.select().from(t.askStep).where(inArray(t.askStep.askId, part)).orderBy(asc(t.askStep.n));
    for (const row of rows) found.set(row.askId, [...(found.get(row.askId) ?? []), row]);
  }
  return found;
}

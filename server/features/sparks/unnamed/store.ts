/** How many unnamed sparks were posted under each of today's keys. Nothing here stands beside a spark. */
import { and, count, eq, gte, lt, ne, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

/** Takes one of a key's allowance for a day, and lets earlier days go. @returns whether there was one left */
export async function takeOne({ sql, t }: Tx, key: string, day: string, allowance: number): Promise<boolean> {
  await sql.delete(t.unnamedQuota).where(ne(t.unnamedQuota.day, day));
  const taken = await sql
    .insert(t.unnamedQuota)
    .values({ key, day, count: 1 })
    .onConflictDoUpdate({
      target: t.unnamedQuota.key,
      set: { count: text`${t.unnamedQuota.count} + 1` },
      setWhere: lt(t.unnamedQuota.count, allowance),
    })
    .returning({ key: t.unnamedQuota.key });
  return taken.length > 0;
}

/** Gives one back: what was sent had arrived before. */
export async function giveBack({ sql, t }: Tx, key: string): Promise<void> {
  await sql
    .update(t.unnamedQuota)
    .set({ count: text`${t.unnamedQuota.count} - 1` })
    .where(eq(t.unnamedQuota.key, key));
}

/** How many sparks carry a time of this day. */
export async function sparksSince({ sql, t }: Reader, from: Date, until: Date): Promise<number> {
  const [row] = await sql
    .select({ n: count() })
    .from(t.spark)
    .where(and(gte(t.spark.createdAt, from), lt(t.spark.createdAt, until)));
  return Number(row?.n ?? 0);
}

/** Rows of sparks, written one at a time. */
import { and, eq, ne, sql as text } from 'drizzle-orm';
import type { Perspective } from '#shared/features/people/model.ts';
import type { SparkKind } from '#shared/features/sparks/model.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type SparkRow = Reader['t']['spark']['$inferSelect'];
export type NewSpark = Reader['t']['spark']['$inferInsert'];

export interface SparkWords {
  readonly title: string;
  readonly body: string;
  readonly searchText: string;
}

export async function sparkById({ sql, t }: Reader, id: string): Promise<SparkRow | null> {
  const [row] = await sql.select().from(t.spark).where(eq(t.spark.id, id));
  return row ?? null;
}

/** @returns whether it is new; a spark with this id that is there already stays as it is */
export async function addSpark({ sql, t }: Tx, row: NewSpark): Promise<boolean> {
  return (await sql.insert(t.spark).values(row).onConflictDoNothing({ target: t.spark.id }).returning({ id: t.spark.id })).length > 0;
}

/** @returns the changed row; null when it was withdrawn or never there */
export async function editSpark(
  { sql, t }: Tx,
  id: string,
  change: SparkWords & { kind: SparkKind; siteId: string | null; editedAt: Date },
): Promise<SparkRow | null> {
  const [row] = await sql
    .update(t.spark)
    .set(change)
    .where(and(eq(t.spark.id, id), ne(t.spark.state, 'withdrawn')))
    .returning();
  return row ?? null;
}

/** @returns whether it was on the wall until now */
export async function withdrawSpark({ sql, t }: Tx, id: string): Promise<boolean> {
  const changed = await sql
    .update(t.spark)
    .set({ state: 'withdrawn' })
    .where(and(eq(t.spark.id, id), ne(t.spark.state, 'withdrawn')))
    .returning({ id: t.spark.id });
  return changed.length > 0;
}

/** Brings a spark back as lit when an initiative began with it, otherwise as open. @returns the row when it was withdrawn until now */
export async function restoreSpark({ sql, t }: Tx, id: string): Promise<SparkRow | null> {
  const isLit = sql.select({ id: t.initiativeSpark.sparkId }).from(t.initiativeSpark).where(eq(t.initiativeSpark.sparkId, id));
  const [row] = await sql
    .update(t.spark)
    .set({ state: text`case when exists ${isLit} then 'lit' else 'open' end` })
    .where(and(eq(t.spark.id, id), eq(t.spark.state, 'withdrawn')))
    .returning();
  return row ?? null;
}

/** Marks that somebody other than the author replied, the first time only. @returns the row; null when it is not on the wall */
export async function markReplied({ sql, t }: Tx, id: string, by: string, at: Date): Promise<SparkRow | null> {
  const repliedAt = text`case when ${t.spark.repliedAt} is null and (${t.spark.authorId} is null or ${t.spark.authorId} <> ${by}) then ${text.param(at, t.spark.repliedAt)} else ${t.spark.repliedAt} end`;
  const [row] = await sql
    .update(t.spark)
    .set({ repliedAt })
    .where(and(eq(t.spark.id, id), ne(t.spark.state, 'withdrawn')))
    .returning();
  return row ?? null;
}

/** Holds the spark's row until the transaction ends, so that what is worked out from its kindlings is worked out once at a time. */
export async function lockSpark({ sql, t }: Tx, id: string): Promise<SparkRow | null> {
  const [row] = await sql
    .update(t.spark)
    .set({ state: text`${t.spark.state}` })
    .where(eq(t.spark.id, id))
    .returning();
  return row ?? null;
}

export async function setPresent({ sql, t }: Tx, id: string, present: string): Promise<void> {
  await sql.update(t.spark).set({ present }).where(eq(t.spark.id, id));
}

/** Perspectives of everybody who kindled a spark. */
export async function kindlersPerspectives({ sql, t }: Reader, sparkId: string): Promise<Perspective[]> {
  const rows = await sql.select({ perspectives: t.kindling.perspectives }).from(t.kindling).where(eq(t.kindling.sparkId, sparkId));
  return rows.flatMap((row) => row.perspectives);
}

export async function siteIsKnown({ sql, t }: Reader, siteId: string): Promise<boolean> {
  return (await sql.select({ id: t.site.id }).from(t.site).where(eq(t.site.id, siteId))).length > 0;
}

/** The site of the place's list this person is usually at. */
export async function siteOfPerson({ sql, t }: Reader, personId: string): Promise<string | null> {
  const [row] = await sql.select({ siteId: t.person.siteId }).from(t.person).where(eq(t.person.id, personId));
  return row?.siteId ?? null;
}

/** Initiatives this spark began. */
export async function initiativesOf({ sql, t }: Reader, sparkId: string): Promise<{ id: string; title: string }[]> {
  return sql
    .select({ id: t.initiative.id, title: t.initiative.title })
    .from(t.initiativeSpark)
    .innerJoin(t.initiative, eq(t.initiative.id, t.initiativeSpark.initiativeId))
    .where(eq(t.initiativeSpark.sparkId, sparkId))
    .orderBy(t.initiative.litAt);
}

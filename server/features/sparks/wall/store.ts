/** Reading the wall: one indexed query for the rows, and one for each thing a page of cards shows beside them. */
import { and, asc, count, desc, eq, gt, inArray, isNotNull, isNull, sql as text, type SQL } from 'drizzle-orm';
import type { Perspective } from '#shared/features/people/model.ts';
import type { Sentence, SparkKind } from '#shared/features/sparks/model.ts';
import type { Reader } from '../../../db/db.ts';
import type { SparkRow } from '../store.ts';
import { onTheWall } from '../tables.ts';

export interface WallFilter {
  /** Folded words, each of which the title or the body holds. */
  readonly words: readonly string[];
  readonly siteId?: string | undefined;
  readonly kind?: SparkKind | undefined;
  readonly state?: 'open' | 'lit' | undefined;
  /** Instead of the wall: what this person posted and withdrew. */
  readonly withdrawnBy?: string;
  readonly perspective?: Perspective | undefined;
}

/** Where the page before ended. */
export interface After {
  readonly createdAt: Date;
  readonly id: string;
}

/** Newest first. Search is LIKE over the folded text: the same on both databases, every word anywhere in it, also inside another word. */
export async function wallRows(
  { sql, t }: Reader,
  filter: WallFilter,
  { limit, after }: { limit: number; after: After | null },
): Promise<SparkRow[]> {
  const { spark } = t;
  const wanted: SQL[] = [];
  if (filter.withdrawnBy !== undefined) wanted.push(eq(spark.authorId, filter.withdrawnBy), eq(spark.state, 'withdrawn'));
  else if (filter.state !== undefined) wanted.push(eq(spark.state, filter.state));
  else wanted.push(onTheWall(spark.state));
  if (filter.siteId !== undefined) wanted.push(eq(spark.siteId, filter.siteId));
  if (filter.kind !== undefined) wanted.push(eq(spark.kind, filter.kind));
  if (filter.perspective !== undefined) wanted.push(text`${spark.present} like ${`% ${filter.perspective} %`}`);
  for (const word of filter.words)
    wanted.push(text`${spark.searchText} like ${`%${word.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`} escape '\\'`);
  if (after !== null) wanted.push(text`(${spark.createdAt}, ${spark.id}) < (${text.param(after.createdAt, spark.createdAt)}, ${after.id})`);
  return sql
    .select()
    .from(spark)
    .where(and(...wanted))
    .orderBy(desc(spark.createdAt), desc(spark.id))
    .limit(limit);
}

/** The next sparks on the wall in the order of their ids: for going through all of them. */
export async function sparksAfter({ sql, t }: Reader, id: string, limit: number): Promise<{ id: string; title: string; body: string }[]> {
  const { spark } = t;
  return sql
    .select({ id: spark.id, title: spark.title, body: spark.body })
    .from(spark)
    .where(text`${gt(spark.id, id)} and ${onTheWall(spark.state)}`)
    .orderBy(asc(spark.id))
    .limit(limit);
}

export async function sentenceCounts({ sql, t }: Reader, sparkIds: readonly string[]): Promise<{ sparkId: string; sentence: Sentence; n: number }[]> {
  const { kindling } = t;
  const rows = await sql
    .select({ sparkId: kindling.sparkId, sentence: kindling.sentence, n: count() })
    .from(kindling)
    .where(inArray(kindling.sparkId, [...sparkIds]))
    .groupBy(kindling.sparkId, kindling.sentence);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Every site each spark was kindled from, once. */
export async function kindledFrom({ sql, t }: Reader, sparkIds: readonly string[]): Promise<{ sparkId: string; siteId: string | null }[]> {
  return sql
    .selectDistinct({ sparkId: t.kindling.sparkId, siteId: t.kindling.siteId })
    .from(t.kindling)
    .where(and(inArray(t.kindling.sparkId, [...sparkIds]), isNotNull(t.kindling.siteId)));
}

export async function sentencesOf(
  { sql, t }: Reader,
  personIds: readonly string[],
  sparkIds: readonly string[],
): Promise<{ sparkId: string; personId: string; sentence: Sentence }[]> {
  return sql
    .select({ sparkId: t.kindling.sparkId, personId: t.kindling.personId, sentence: t.kindling.sentence })
    .from(t.kindling)
    .where(and(inArray(t.kindling.sparkId, [...sparkIds]), inArray(t.kindling.personId, [...personIds])));
}

/** How many replies each spark has, withdrawn ones left out. */
export async function replyCounts({ sql, t }: Reader, sparkIds: readonly string[]): Promise<{ sparkId: string; n: number }[]> {
  const rows = await sql
    .select({ sparkId: t.sparkComment.sparkId, n: count() })
    .from(t.sparkComment)
    .where(and(inArray(t.sparkComment.sparkId, [...sparkIds]), isNull(t.sparkComment.withdrawnAt)))
    .groupBy(t.sparkComment.sparkId);
  return rows.map((row) => ({ ...row, n: Number(row.n) }));
}

/** Authors with the first of their groups; a person in several groups comes several times, the first group first. */
export async function authors({ sql, t }: Reader, ids: readonly string[]) {
  const { id, name, nameShown, roleTitle, titleShown } = t.person;
  return sql
    .select({ id, name, nameShown, roleTitle, titleShown, group: t.group.name })
    .from(t.person)
    .leftJoin(t.personGroup, eq(t.personGroup.personId, t.person.id))
    .leftJoin(t.group, eq(t.group.id, t.personGroup.groupId))
    .where(inArray(t.person.id, [...ids]))
    .orderBy(asc(t.group.position));
}
export type AuthorRow = Awaited<ReturnType<typeof authors>>[number];

export async function bringInsById({ sql, t }: Reader, ids: readonly string[]): Promise<{ id: string; fileName: string; createdAt: Date }[]> {
  return sql
    .select({ id: t.bringIn.id, fileName: t.bringIn.fileName, createdAt: t.bringIn.createdAt })
    .from(t.bringIn)
    .where(inArray(t.bringIn.id, [...ids]));
}

/** The names of the place's sites by id. */
export async function siteNames({ sql, t }: Reader): Promise<Map<string, string>> {
  return new Map((await sql.select({ id: t.site.id, name: t.site.name }).from(t.site)).map((site) => [site.id, site.name]));
}

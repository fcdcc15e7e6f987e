/** What lighting reads of sparks and writes of a new initiative. */
import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import type { Sentence, SparkKind } from '#shared/features/sparks/model.ts';
import type { GroupSide } from '#shared/features/place/model.ts';
import type { Reader, Tx } from '../../../db/db.ts';
import type { InitiativeRow } from '../store.ts';

export interface LitSpark {
  readonly id: string;
  readonly kind: SparkKind;
  readonly title: string;
  readonly body: string;
}

export interface Kindled {
  readonly personId: string;
  readonly sentence: Sentence;
}

/** Adds an initiative. @returns false when one with its id is there already */
export async function addInitiative({ sql, t }: Tx, row: InitiativeRow): Promise<boolean> {
  return (await sql.insert(t.initiative).values(row).onConflictDoNothing().returning({ id: t.initiative.id })).length > 0;
}

/** Sparks that are still on the wall become lit. @returns those that did, oldest first */
export async function lightSparks({ sql, t }: Tx, ids: readonly string[]): Promise<LitSpark[]> {
  const lit = await sql
    .update(t.spark)
    .set({ state: 'lit' })
    .where(and(inArray(t.spark.id, [...ids]), ne(t.spark.state, 'withdrawn')))
    .returning({ id: t.spark.id, kind: t.spark.kind, title: t.spark.title, body: t.spark.body, createdAt: t.spark.createdAt });
  return lit.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1));
}

export async function addBeganWith({ sql, t }: Tx, initiativeId: string, sparkIds: readonly string[]): Promise<void> {
  await sql.insert(t.initiativeSpark).values(sparkIds.map((sparkId) => ({ initiativeId, sparkId })));
}

export async function sparkIsThere({ sql, t }: Reader, id: string): Promise<boolean> {
  return (await sql.select({ id: t.spark.id }).from(t.spark).where(eq(t.spark.id, id))).length > 0;
}

/** Who said what on these sparks, in the order they said it. */
export async function kindledOn({ sql, t }: Reader, sparkIds: readonly string[]): Promise<Kindled[]> {
  return sql
    .select({ personId: t.kindling.personId, sentence: t.kindling.sentence })
    .from(t.kindling)
    .where(inArray(t.kindling.sparkId, [...sparkIds]))
    .orderBy(asc(t.kindling.createdAt), asc(t.kindling.personId), asc(t.kindling.sentence));
}

/** Authors who stand beside these sparks by name. Whoever chose their role or no name must not be pointed at by an invitation. */
export async function namedAuthorsOf({ sql, t }: Reader, sparkIds: readonly string[]): Promise<string[]> {
  const rows = await sql
    .selectDistinct({ personId: t.spark.authorId })
    .from(t.spark)
    .where(and(inArray(t.spark.id, [...sparkIds]), eq(t.spark.nameShown, 'name')));
  return rows.flatMap((row) => (row.personId === null ? [] : [row.personId]));
}

/** The sides of the table these people sit on, by person. */
export async function sidesOf({ sql, t }: Reader, personIds: readonly string[]): Promise<Map<string, Set<GroupSide>>> {
  const sides = new Map<string, Set<GroupSide>>();
  if (personIds.length === 0) return sides;
  const rows = await sql
    .select({ personId: t.personGroup.personId, side: t.group.side })
    .from(t.personGroup)
    .innerJoin(t.group, eq(t.group.id, t.personGroup.groupId))
    .where(inArray(t.personGroup.personId, [...personIds]));
  for (const { personId, side } of rows) sides.set(personId, (sides.get(personId) ?? new Set()).add(side));
  return sides;
}

/** Which of these people are guests, who can be members but not co-owners; unknown ids are in neither list. */
export async function peopleAmong({ sql, t }: Reader, ids: readonly string[]): Promise<{ id: string; guest: boolean }[]> {
  if (ids.length === 0) return [];
  const rows = await sql
    .select({ id: t.person.id, standing: t.person.standing })
    .from(t.person)
    .where(inArray(t.person.id, [...new Set(ids)]));
  return rows.map(({ id, standing }) => ({ id, guest: standing === 'guest' }));
}

/** Rows of initiatives, and what their cards count. */
import { and, asc, count, desc, eq, exists, inArray, isNull, ne, sql as text } from 'drizzle-orm';
import type { InitiativeState } from '#shared/features/initiatives/model.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import type { Seat } from '#shared/policy/facts.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type InitiativeRow = Reader['t']['initiative']['$inferSelect'];

/** What the list shows at most; a place has tens of initiatives, not thousands. */
const listMax = 300;

export interface Counted {
  readonly members: number;
  readonly perspectives: ReadonlySet<Perspective>;
  readonly siteIds: readonly string[];
  readonly sponsors: number;
  readonly openBlockers: number;
}

export interface TeamRow {
  readonly personId: string;
  readonly seat: Seat;
  readonly perspectives: readonly Perspective[];
  readonly joinedAt: Date;
}

export async function initiativeRow({ sql, t }: Reader, id: string): Promise<InitiativeRow | null> {
  const [row] = await sql.select().from(t.initiative).where(eq(t.initiative.id, id));
  return row ?? null;
}

export async function initiativeRows({ sql, t }: Reader, ids: readonly string[]): Promise<Map<string, InitiativeRow>> {
  const rows =
    ids.length === 0
      ? []
      : await sql
          .select()
          .from(t.initiative)
          .where(inArray(t.initiative.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Those that moved last first; `withPerson` keeps only those where this person has a seat. */
export async function listInitiatives(
  { sql, t }: Reader,
  { state, withPerson }: { state?: InitiativeState | undefined; withPerson?: string | undefined },
): Promise<InitiativeRow[]> {
  const seated = (personId: string) =>
    exists(
      sql
        .select({ one: text`1` })
        .from(t.membership)
        .where(and(eq(t.membership.initiativeId, t.initiative.id), eq(t.membership.personId, personId), isNull(t.membership.leftAt))),
    );
  return sql
    .select()
    .from(t.initiative)
    .where(and(state === undefined ? undefined : eq(t.initiative.state, state), withPerson === undefined ? undefined : seated(withPerson)))
    .orderBy(desc(t.initiative.movedAt), asc(t.initiative.id))
    .limit(listMax);
}

/** Who has a seat, in the order they joined. */
export async function teamOf({ sql, t }: Reader, initiativeId: string): Promise<TeamRow[]> {
  return sql
    .select({ personId: t.membership.personId, seat: t.membership.seat, perspectives: t.membership.perspectives, joinedAt: t.membership.joinedAt })
    .from(t.membership)
    .where(and(eq(t.membership.initiativeId, initiativeId), isNull(t.membership.leftAt)))
    .orderBy(asc(t.membership.joinedAt), asc(t.membership.personId));
}

/** The sparks it began with, in the order they were posted. */
export async function sparksOf({ sql, t }: Reader, initiativeId: string): Promise<{ id: string; title: string }[]> {
  return sql
    .select({ id: t.spark.id, title: t.spark.title })
    .from(t.initiativeSpark)
    .innerJoin(t.spark, eq(t.spark.id, t.initiativeSpark.sparkId))
    .where(eq(t.initiativeSpark.initiativeId, initiativeId))
    .orderBy(asc(t.spark.createdAt), asc(t.spark.id));
}

/** Names of the groups that these people belong to, in the place's own order. */
export async function groupsOf({ sql, t }: Reader, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await sql
    .selectDistinct({ id: t.group.id, name: t.group.name, position: t.group.position })
    .from(t.personGroup)
    .innerJoin(t.group, eq(t.group.id, t.personGroup.groupId))
    .where(inArray(t.personGroup.personId, [...personIds]))
    .orderBy(asc(t.group.position), asc(t.group.id));
  return rows.map((row) => row.name);
}

/** What the cards of these initiatives count, by id. */
export async function countsOf(reader: Reader, ids: readonly string[]): Promise<Map<string, Counted>> {
  if (ids.length === 0) return new Map();
  const [team, sites, sponsors, blockers] = await Promise.all([
    perspectivesOf(reader, ids),
    sitesOf(reader, ids),
    sponsorsOf(reader, ids),
    openBlockersOf(reader, ids),
  ]);
  return new Map(
    ids.map((id) => {
      const members = team.filter((one) => one.id === id);
      return [
        id,
        {
          members: members.length,
          perspectives: new Set(members.flatMap((one) => one.perspectives)),
          siteIds: sites.filter((one) => one.id === id).map((one) => one.siteId),
          sponsors: Number(sponsors.find((one) => one.id === id)?.n ?? 0),
          openBlockers: Number(blockers.find((one) => one.id === id)?.n ?? 0),
        },
      ];
    }),
  );
}

/** Changes what is given. @returns whether its state is another one now */
export async function changeInitiative(
  { sql, t }: Tx,
  id: string,
  { state, title, forWhom }: { state?: InitiativeState | undefined; title?: string | undefined; forWhom?: string | undefined },
  at: Date,
): Promise<boolean> {
  await sql
    .update(t.initiative)
    .set({ movedAt: at, ...(title === undefined ? {} : { title }), ...(forWhom === undefined ? {} : { forWhom }) })
    .where(eq(t.initiative.id, id));
  if (state === undefined) return false;
  const moved = await sql
    .update(t.initiative)
    .set({ state })
    .where(and(eq(t.initiative.id, id), ne(t.initiative.state, state)))
    .returning({ id: t.initiative.id });
  return moved.length > 0;
}

/** Replaces its sites. */
export async function putSites({ sql, t }: Tx, initiativeId: string, siteIds: readonly string[]): Promise<void> {
  await sql.delete(t.initiativeSite).where(eq(t.initiativeSite.initiativeId, initiativeId));
  const rows = [...new Set(siteIds)].map((siteId) => ({ initiativeId, siteId }));
  if (rows.length > 0) await sql.insert(t.initiativeSite).values(rows);
}

/** Which of these sites the place does not have. */
export async function unknownSites({ sql, t }: Reader, siteIds: readonly string[]): Promise<string[]> {
  if (siteIds.length === 0) return [];
  const known = new Set(
    (
      await sql
        .select({ id: t.site.id })
        .from(t.site)
        .where(inArray(t.site.id, [...siteIds]))
    ).map((row) => row.id),
  );
  return siteIds.filter((id) => !known.has(id));
}

/**
 * Holds the initiative's row until the transaction ends, so that acts which must see each other (two co-owners leaving, two
 * people inviting the same third) wait in line on PostgreSQL as they do on SQLite. @returns whether there is such an initiative
 */
export async function holdInitiative({ sql, t }: Tx, id: string): Promise<boolean> {
  const held = await sql.update(t.initiative).set({ id }).where(eq(t.initiative.id, id)).returning({ id: t.initiative.id });
  return held.length > 0;
}

export async function touch({ sql, t }: Tx, id: string, at: Date): Promise<void> {
  await sql.update(t.initiative).set({ movedAt: at }).where(eq(t.initiative.id, id));
}

async function perspectivesOf({ sql, t }: Reader, ids: readonly string[]): Promise<{ id: string; perspectives: Perspective[] }[]> {
  return sql
    .select({ id: t.membership.initiativeId, perspectives: t.membership.perspectives })
    .from(t.membership)
    .where(and(inArray(t.membership.initiativeId, [...ids]), isNull(t.membership.leftAt)));
}

async function sitesOf({ sql, t }: Reader, ids: readonly string[]): Promise<{ id: string; siteId: string }[]> {
  return sql
    .select({ id: t.initiativeSite.initiativeId, siteId: t.initiativeSite.siteId })
    .from(t.initiativeSite)
    .where(inArray(t.initiativeSite.initiativeId, [...ids]))
    .orderBy(asc(t.initiativeSite.siteId));
}

async function sponsorsOf({ sql, t }: Reader, ids: readonly string[]) {
  return sql
    .select({ id: t.endorsement.initiativeId, n: count() })
    .from(t.endorsement)
    .where(and(inArray(t.endorsement.initiativeId, [...ids]), isNull(t.endorsement.withdrawnAt)))
    .groupBy(t.endorsement.initiativeId);
}

async function openBlockersOf({ sql, t }: Reader, ids: readonly string[]) {
  return sql
    .select({ id: t.boardElement.boardId, n: count() })
    .from(t.boardElement)
    .where(
      and(
        inArray(t.boardElement.boardId, [...ids]),
        eq(t.boardElement.kind, 'blocker'),
        inArray(t.boardElement.state, ['stuck', 'system-ask']),
        isNull(t.boardElement.archivedAt),
      ),
    )
    .groupBy(t.boardElement.boardId);
}

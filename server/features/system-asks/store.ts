/** Rows of system asks and of the blockers that stand in them. */
import { and, asc, desc, eq, exists, inArray, isNotNull, isNull, ne, notInArray, or, sql as text } from 'drizzle-orm';
import type { SystemAnswer } from '#shared/features/system-asks/answers.ts';
import type { BlockerKind } from '#shared/features/system-asks/model.ts';
import type { Seat } from '#shared/policy/facts.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type SystemAskRow = Reader['t']['systemAsk']['$inferSelect'];
export type JoinedRow = Reader['t']['systemAskBlocker']['$inferSelect'];
/** A joined blocker as its card reads now; title '' and state null when the card can no longer be found. */
export type KnownJoined = JoinedRow & { readonly initiative: string; readonly title: string; readonly state: string | null };

/** What the list shows at most of each: waiting ones, answered ones. */
const listMax = 200;
/** Open blockers that are compared at most. */
const blockersMax = 2000;

/** Adds a system ask. @returns false when there is one by this id already */
export async function addSystemAsk({ sql, t }: Tx, row: SystemAskRow): Promise<boolean> {
  return (await sql.insert(t.systemAsk).values(row).onConflictDoNothing().returning({ id: t.systemAsk.id })).length > 0;
}

export async function systemAskById({ sql, t }: Reader, id: string): Promise<SystemAskRow | null> {
  const [row] = await sql.select().from(t.systemAsk).where(eq(t.systemAsk.id, id));
  return row ?? null;
}

/** Those without an answer, the oldest first; then the answered, the latest first. One that every blocker has left and nobody answered is passed over. */
export async function listSystemAsks({ sql, t }: Reader, kind?: BlockerKind): Promise<SystemAskRow[]> {
  const ofKind = kind === undefined ? undefined : eq(t.systemAsk.kind, kind);
  const standing = sql
    .select({ one: text`1` })
    .from(t.systemAskBlocker)
    .where(and(eq(t.systemAskBlocker.systemAskId, t.systemAsk.id), isNull(t.systemAskBlocker.leftAt)));
  const waiting = await sql
    .select()
    .from(t.systemAsk)
    .where(and(ofKind, isNull(t.systemAsk.answer), exists(standing)))
    .orderBy(asc(t.systemAsk.createdAt), asc(t.systemAsk.id))
    .limit(listMax);
  const answered = await sql
    .select()
    .from(t.systemAsk)
    .where(and(ofKind, isNotNull(t.systemAsk.answer)))
    .orderBy(desc(t.systemAsk.answeredAt), asc(t.systemAsk.id))
    .limit(listMax);
  return [...waiting, ...answered];
}

/** System asks that blockers of an initiative stand in, the oldest first. */
export async function systemAsksOf({ sql, t }: Reader, initiativeId: string): Promise<SystemAskRow[]> {
  const ids = sql
    .select({ id: t.systemAskBlocker.systemAskId })
    .from(t.systemAskBlocker)
    .where(and(eq(t.systemAskBlocker.initiativeId, initiativeId), isNull(t.systemAskBlocker.leftAt)));
  return sql.select().from(t.systemAsk).where(inArray(t.systemAsk.id, ids)).orderBy(asc(t.systemAsk.createdAt), asc(t.systemAsk.id));
}

/** What a person takes where it will be heard: unanswered first, the oldest first. */
export async function systemAsksBy({ sql, t }: Reader, sponsorId: string): Promise<SystemAskRow[]> {
  const rows = await sql
    .select()
    .from(t.systemAsk)
    .where(eq(t.systemAsk.sponsorId, sponsorId))
    .orderBy(asc(t.systemAsk.createdAt), asc(t.systemAsk.id));
  return [...rows.filter((row) => row.answer === null), ...rows.filter((row) => row.answer !== null)];
}

/** The blockers that stand in these system asks, in the order they joined. */
export async function joinedIn({ sql, t }: Reader, systemAskIds: readonly string[]): Promise<KnownJoined[]> {
  if (systemAskIds.length === 0) return [];
  const rows = await sql
    .select({ row: t.systemAskBlocker, initiative: t.initiative.title, title: t.boardElement.title, state: t.boardElement.state })
    .from(t.systemAskBlocker)
    .innerJoin(t.initiative, eq(t.initiative.id, t.systemAskBlocker.initiativeId))
    .leftJoin(
      t.boardElement,
      and(eq(t.boardElement.boardId, t.systemAskBlocker.initiativeId), eq(t.boardElement.elementId, t.systemAskBlocker.elementId)),
    )
    .where(and(inArray(t.systemAskBlocker.systemAskId, [...systemAskIds]), isNull(t.systemAskBlocker.leftAt)))
    .orderBy(asc(t.systemAskBlocker.joinedAt), asc(t.systemAskBlocker.elementId));
  return rows.map(({ row, initiative, title, state }) => ({ ...row, initiative, title: title ?? '', state }));
}

/** Joins a blocker, joins it again, or tells it differently. @returns what is new about it; null when nothing is */
export async function putJoined({ sql, t }: Tx, row: Omit<JoinedRow, 'leftAt'>): Promise<'joined' | 'told' | null> {
  const { story, waitCost, tried, joinedBy, joinedAt } = row;
  const added = await sql
    .insert(t.systemAskBlocker)
    .values({ ...row, leftAt: null })
    .onConflictDoUpdate({
      target: [t.systemAskBlocker.systemAskId, t.systemAskBlocker.initiativeId, t.systemAskBlocker.elementId],
      set: { story, waitCost, tried, joinedBy, joinedAt, leftAt: null },
      setWhere: isNotNull(t.systemAskBlocker.leftAt),
    })
    .returning({ id: t.systemAskBlocker.elementId });
  if (added.length > 0) return 'joined';
  const known = t.systemAskBlocker;
  const told = await sql
    .update(known)
    .set({ story, waitCost, tried })
    .where(and(theRow(t, row), or(ne(known.story, story), ne(known.waitCost, waitCost), ne(known.tried, tried))))
    .returning({ id: known.elementId });
  return told.length > 0 ? 'told' : null;
}

type Key = Pick<JoinedRow, 'systemAskId' | 'initiativeId' | 'elementId'>;

/** @returns whether the blocker stood in it until now */
export async function leave({ sql, t }: Tx, key: Key, leftAt: Date): Promise<boolean> {
  const left = await sql
    .update(t.systemAskBlocker)
    .set({ leftAt })
    .where(and(theRow(t, key), isNull(t.systemAskBlocker.leftAt)))
    .returning({ id: t.systemAskBlocker.elementId });
  return left.length > 0;
}

/** Whether a blocker stands in any system ask. */
export async function standsInOne({ sql, t }: Reader, initiativeId: string, elementId: string): Promise<boolean> {
  const [row] = await sql
    .select({ id: t.systemAskBlocker.systemAskId })
    .from(t.systemAskBlocker)
    .where(and(eq(t.systemAskBlocker.initiativeId, initiativeId), eq(t.systemAskBlocker.elementId, elementId), isNull(t.systemAskBlocker.leftAt)))
    .limit(1);
  return row !== undefined;
}

export type Change = Partial<Pick<SystemAskRow, 'cause' | 'forum' | 'heardOn'>>;

/** Changes what is given, while there is no answer. @returns whether it did */
export async function changeSystemAsk({ sql, t }: Tx, id: string, change: Change): Promise<boolean> {
  const open = and(eq(t.systemAsk.id, id), isNull(t.systemAsk.answer));
  return (await sql.update(t.systemAsk).set(change).where(open).returning({ id: t.systemAsk.id })).length > 0;
}

export interface Answered {
  readonly answer: SystemAnswer;
  readonly answerLine: string;
  readonly next: string;
  readonly answeredAt: Date;
}

/** The sponsor brings the answer, or changes it. @returns whether this says anything new */
export async function answerSystemAsk({ sql, t }: Tx, id: string, sponsorId: string, said: Answered): Promise<boolean> {
  const { answer, answerLine, next } = t.systemAsk;
  const news = or(isNull(answer), ne(answer, said.answer), ne(answerLine, said.answerLine), ne(next, said.next));
  const theirs = and(eq(t.systemAsk.id, id), eq(t.systemAsk.sponsorId, sponsorId), news);
  return (
    (
      await sql
        .update(t.systemAsk)
        .set({ ...said })
        .where(theirs)
        .returning({ id: t.systemAsk.id })
    ).length > 0
  );
}

/** A person's seats, by initiative. */
export async function seatsOf({ sql, t }: Reader, personId: string): Promise<Map<string, Seat>> {
  const rows = await sql
    .select({ id: t.membership.initiativeId, seat: t.membership.seat })
    .from(t.membership)
    .where(and(eq(t.membership.personId, personId), isNull(t.membership.leftAt)));
  return new Map(rows.map((row) => [row.id, row.seat]));
}

export interface OpenBlockerRow {
  readonly initiativeId: string;
  readonly initiative: string;
  readonly elementId: string;
  readonly title: string;
  readonly kind: string;
  readonly free: string;
}

/** Open blockers, the latest first: of a kind when given, in these initiatives, or in all but one. */
export async function openBlockers(
  { sql, t }: Reader,
  { kind, within, besides }: { kind?: string; within?: readonly string[]; besides?: string },
): Promise<OpenBlockerRow[]> {
  const { boardElement } = t;
  const field = (name: string) => text<string>`coalesce(${boardElement.fields} ->> ${text.raw(`'${name}'`)}, '')`;
  if (within?.length === 0) return [];
  const chosen = and(
    eq(boardElement.kind, 'blocker'),
    notInArray(boardElement.state, ['freed', 'not-for-now']),
    isNull(boardElement.archivedAt),
    kind === undefined ? undefined : eq(field('blockerKind'), kind),
    within === undefined ? undefined : inArray(boardElement.boardId, [...within]),
    besides === undefined ? undefined : ne(boardElement.boardId, besides),
  );
  return sql
    .select({
      initiativeId: t.initiative.id,
      initiative: t.initiative.title,
      elementId: boardElement.elementId,
      title: boardElement.title,
      kind: field('blockerKind'),
      free: field('whatWouldFreeUs'),
    })
    .from(boardElement)
    .innerJoin(t.initiative, eq(t.initiative.id, boardElement.boardId))
    .where(chosen)
    .orderBy(desc(boardElement.changedAt), asc(boardElement.elementId))
    .limit(blockersMax);
}

function theRow(t: Reader['t'], { systemAskId, initiativeId, elementId }: Key) {
  const known = t.systemAskBlocker;
  return and(eq(known.systemAskId, systemAskId), eq(known.initiativeId, initiativeId), eq(known.elementId, elementId), isNull(known.leftAt));
}

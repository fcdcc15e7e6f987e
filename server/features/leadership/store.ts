/** Rows a leadership mirror is worked out from, and the choice to be counted. Reads ids, times and kinds: no words anybody wrote. */
import { and, eq, inArray, isNotNull, isNull, ne } from 'drizzle-orm';
import type { ActivityName } from '#shared/words/en/activity.ts';
import type { Reader, Tx } from '../../db/db.ts';

export interface Done {
  readonly at: Date;
  readonly what: string;
  readonly personId: string;
  readonly elementId: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Somebody worked on a card. */
export interface Worked {
  readonly at: Date;
  readonly personId: string;
  readonly elementId: string;
}

/** Somebody did something with what another person had done. */
export interface Met {
  readonly at: Date;
  readonly personId: string;
  readonly onId: string;
}

/** What named people did in an initiative, of these activities, in the order it happened. */
export async function doneIn({ sql, t }: Reader, initiativeId: string, whats: readonly ActivityName[]): Promise<Done[]> {
  const rows = await sql
    .select({ at: t.activity.at, what: t.activity.what, personId: t.activity.personId, elementId: t.activity.elementId, values: t.activity.values })
    .from(t.activity)
    .where(and(eq(t.activity.initiativeId, initiativeId), isNotNull(t.activity.personId), inArray(t.activity.what, [...whats])))
    .orderBy(t.activity.id);
  return rows.filter((row): row is Done => row.personId !== null);
}

/** Who worked on which card, and when. By far the most rows of a busy board, so they bring nothing else. */
export async function workedIn({ sql, t }: Reader, initiativeId: string): Promise<Worked[]> {
  const rows = await sql
    .select({ at: t.activity.at, personId: t.activity.personId, elementId: t.activity.elementId })
    .from(t.activity)
    .where(and(eq(t.activity.initiativeId, initiativeId), eq(t.activity.what, 'board.element-changed' satisfies ActivityName)));
  return rows.filter((row): row is Worked => row.personId !== null && row.elementId !== null);
}

/** The sparks an initiative began with whose author is known and who wrote them here: unnamed ones and those from a file have none. */
export async function sparksBegunWith({ sql, t }: Reader, initiativeId: string): Promise<{ at: Date; personId: string }[]> {
  const rows = await sql
    .select({ at: t.spark.createdAt, personId: t.spark.authorId })
    .from(t.initiativeSpark)
    .innerJoin(t.spark, eq(t.spark.id, t.initiativeSpark.sparkId))
    .where(and(eq(t.initiativeSpark.initiativeId, initiativeId), isNotNull(t.spark.authorId), isNull(t.spark.bringInId)));
  return rows.flatMap(({ at, personId }) => (personId === null ? [] : { at, personId }));
}

/** Who built on whom by an act that is a row: kindled or answered a spark, said yes to an invitation, answered an ask, confirmed a pledge. */
export async function metIn(reader: Reader, initiativeId: string): Promise<Met[]> {
  const found = await Promise.all([metOverSparks(reader, initiativeId), metByAnswers(reader, initiativeId)]);
  return found.flat().flatMap(({ at, personId, onId }) => (at === null || personId === null || onId === null ? [] : { at, personId, onId }));
}

interface MaybeMet {
  readonly at: Date | null;
  readonly personId: string | null;
  readonly onId: string | null;
}

async function metOverSparks({ sql, t }: Reader, initiativeId: string): Promise<MaybeMet[]> {
  const begunWith = and(eq(t.initiativeSpark.initiativeId, initiativeId), isNotNull(t.spark.authorId), isNull(t.spark.bringInId));
  const kindled = sql
    .select({ at: t.kindling.createdAt, personId: t.kindling.personId, onId: t.spark.authorId })
    .from(t.initiativeSpark)
    .innerJoin(t.spark, eq(t.spark.id, t.initiativeSpark.sparkId))
    .innerJoin(t.kindling, eq(t.kindling.sparkId, t.spark.id))
    .where(begunWith);
  const replied = sql
    .select({ at: t.sparkComment.createdAt, personId: t.sparkComment.personId, onId: t.spark.authorId })
    .from(t.initiativeSpark)
    .innerJoin(t.spark, eq(t.spark.id, t.initiativeSpark.sparkId))
    .innerJoin(t.sparkComment, eq(t.sparkComment.sparkId, t.spark.id))
    .where(and(begunWith, isNull(t.sparkComment.withdrawnAt)));
  return [...(await kindled), ...(await replied)];
}

async function metByAnswers({ sql, t }: Reader, initiativeId: string): Promise<MaybeMet[]> {
  const accepted = sql
    .select({ at: t.invitation.answeredAt, personId: t.invitation.personId, onId: t.invitation.invitedBy })
    .from(t.invitation)
    .where(and(eq(t.invitation.initiativeId, initiativeId), eq(t.invitation.answer, 'yes')));
  const answered = sql
    .select({ at: t.ask.answeredAt, personId: t.ask.personId, onId: t.ask.askedBy })
    .from(t.ask)
    .where(and(eq(t.ask.initiativeId, initiativeId), isNotNull(t.ask.answeredAt)));
  const confirmed = sql
    .select({ at: t.pledge.confirmedAt, personId: t.pledge.confirmedBy, onId: t.pledge.personId })
    .from(t.pledge)
    .where(and(eq(t.pledge.initiativeId, initiativeId), isNotNull(t.pledge.confirmedAt)));
  return [...(await accepted), ...(await answered), ...(await confirmed)];
}

/** Everybody who has or had a seat with something to do in it. */
export async function seatedIn({ sql, t }: Reader, initiativeId: string) {
  const { personId, perspectives, joinedAt, leftAt } = t.membership;
  return sql
    .select({ personId, perspectives, joinedAt, leftAt })
    .from(t.membership)
    .where(and(eq(t.membership.initiativeId, initiativeId), ne(t.membership.seat, 'reader')));
}

export async function titleOf({ sql, t }: Reader, initiativeId: string): Promise<string | null> {
  const [row] = await sql.select({ title: t.initiative.title }).from(t.initiative).where(eq(t.initiative.id, initiativeId));
  return row?.title ?? null;
}

/** Everybody who ever said whether they want to be counted. */
export async function choices({ sql, t }: Reader): Promise<{ personId: string; counted: boolean; changedAt: Date }[]> {
  return sql.select().from(t.leadershipChoice);
}

/** Somebody who never said is counted. */
export async function isCounted({ sql, t }: Reader, personId: string): Promise<boolean> {
  const [row] = await sql.select({ counted: t.leadershipChoice.counted }).from(t.leadershipChoice).where(eq(t.leadershipChoice.personId, personId));
  return row?.counted ?? true;
}

/** Saying the same again changes nothing, not even when it was said. Being counted without ever having said so is no change either. */
export async function choose({ sql, t }: Tx, row: { personId: string; counted: boolean; changedAt: Date }): Promise<void> {
  const { personId, counted, changedAt } = row;
  if (counted) {
    const back = and(eq(t.leadershipChoice.personId, personId), eq(t.leadershipChoice.counted, false));
    await sql.update(t.leadershipChoice).set({ counted, changedAt }).where(back);
    return;
  }
  await sql
    .insert(t.leadershipChoice)
    .values(row)
    .onConflictDoUpdate({ target: t.leadershipChoice.personId, set: { counted, changedAt }, setWhere: eq(t.leadershipChoice.counted, true) });
}

/** Rows a digest is made of, and of when it is due. */
import { and, asc, eq, gt, inArray, isNull, lte, ne, or, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';
import type { NoticeRow } from '../store.ts';

export type DigestRow = Reader['t']['digest']['$inferSelect'];
export type ActivityRow = Reader['t']['activity']['$inferSelect'];
export type Moved = ActivityRow & { readonly titleNow: string | null };

/** What is read for one digest at most; the rest is on the boards. */
const most = 500;

/** People who could have a digest and have no row yet; some at a time. */
export async function newcomers({ sql, t }: Reader, limit: number): Promise<string[]> {
  const rows = await sql
    .select({ id: t.person.id })
    .from(t.person)
    .leftJoin(t.digest, eq(t.digest.personId, t.person.id))
    .where(and(ne(t.person.standing, 'guest'), isNull(t.digest.personId)))
    .limit(limit);
  return rows.map((row) => row.id);
}

export async function dueDigests({ sql, t }: Reader, now: Date, limit: number): Promise<DigestRow[]> {
  return sql.select().from(t.digest).where(lte(t.digest.dueAt, now)).orderBy(asc(t.digest.dueAt)).limit(limit);
}

export async function startDigest({ sql, t }: Tx, row: DigestRow): Promise<void> {
  await sql.insert(t.digest).values(row).onConflictDoNothing();
}

/** From now on the next one is due then. @returns false when another process was first */
export async function turnDigest({ sql, t }: Tx, row: DigestRow, next: { since: Date; dueAt: Date }): Promise<boolean> {
  const same = and(eq(t.digest.personId, row.personId), eq(t.digest.dueAt, row.dueAt));
  return (await sql.update(t.digest).set(next).where(same).returning({ id: t.digest.personId })).length > 0;
}

/** Somebody changed when they want it; what it tells of goes on from where it was. */
export async function putDigestDue({ sql, t }: Tx, personId: string, { since, dueAt }: { since: Date; dueAt: Date }): Promise<void> {
  await sql.insert(t.digest).values({ personId, since, dueAt }).onConflictDoUpdate({ target: t.digest.personId, set: { dueAt } });
}

/** Initiatives somebody is part of or stands behind, and has not muted. */
export async function followedBy({ sql, t }: Reader, personId: string): Promise<{ id: string; title: string }[]> {
  const seated = sql
    .select({ id: t.membership.initiativeId })
    .from(t.membership)
    .where(and(eq(t.membership.personId, personId), isNull(t.membership.leftAt)));
  const behind = sql
    .select({ id: t.endorsement.initiativeId })
    .from(t.endorsement)
    .where(and(eq(t.endorsement.personId, personId), isNull(t.endorsement.withdrawnAt)));
  return sql
    .select({ id: t.initiative.id, title: t.initiative.title })
    .from(t.initiative)
    .leftJoin(t.mute, and(eq(t.mute.initiativeId, t.initiative.id), eq(t.mute.personId, personId)))
    .where(and(isNull(t.mute.personId), or(inArray(t.initiative.id, seated), inArray(t.initiative.id, behind))))
    .orderBy(asc(t.initiative.title), asc(t.initiative.id));
}

export interface Span {
  readonly since: Date;
  readonly until: Date;
}

/** What others did in these initiatives that this person has not looked at since, oldest first. */
export async function movedIn({ sql, t }: Reader, personId: string, initiativeIds: readonly string[], { since, until }: Span): Promise<Moved[]> {
  if (initiativeIds.length === 0) return [];
  const { activity, look } = t;
  const others = or(isNull(activity.personId), ne(activity.personId, personId));
  const unseen = gt(activity.id, text`coalesce(${look.activityId}, 0)`);
  const rows = await sql
    .select({ row: activity, titleNow: t.boardElement.title })
    .from(activity)
    .leftJoin(look, and(eq(look.initiativeId, activity.initiativeId), eq(look.personId, personId)))
    .leftJoin(t.boardElement, and(eq(t.boardElement.boardId, activity.initiativeId), eq(t.boardElement.elementId, activity.elementId)))
    .where(and(inArray(activity.initiativeId, [...initiativeIds]), gt(activity.at, since), lte(activity.at, until), others, unseen))
    .orderBy(asc(activity.id))
    .limit(most);
  return rows.map(({ row, titleNow }) => ({ ...row, titleNow }));
}

/** What this person was told that could wait, and has not seen in the app. */
export async function heldBack({ sql, t }: Reader, personId: string, { since, until }: Span): Promise<NoticeRow[]> {
  const { notice, mute } = t;
  const rows = await sql
    .select({ notice })
    .from(notice)
    .leftJoin(mute, and(eq(mute.personId, personId), eq(mute.initiativeId, notice.initiativeId)))
    .where(
      and(
        eq(notice.personId, personId),
        eq(notice.why, 'other'),
        isNull(notice.seenAt),
        gt(notice.createdAt, since),
        lte(notice.createdAt, until),
        isNull(mute.personId),
      ),
    )
    .orderBy(asc(notice.createdAt), asc(notice.id))
    .limit(most);
  return rows.map((row) => row.notice);
}

/** Rows of notices, of wishes and of mutes. */
import { and, count, desc, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/db.ts';

export type NoticeRow = Reader['t']['notice']['$inferSelect'];

export interface Listener {
  readonly id: string;
  /** Whether they have an address for letters, and want them. */
  readonly byMail: boolean;
  /** Whether the initiative takes time to think, and so nobody is reminded of anything. */
  readonly thinking: boolean;
}

/** Those among these people who have not muted the initiative. */
export async function whoListens({ sql, t }: Reader, personIds: readonly string[], initiativeId: string | null): Promise<Listener[]> {
  const rows = await sql
    .select({ id: t.person.id, standing: t.person.standing, mail: t.noticeWish.mail, state: t.initiative.state })
    .from(t.person)
    .leftJoin(t.noticeWish, eq(t.noticeWish.personId, t.person.id))
    .leftJoin(t.mute, and(eq(t.mute.personId, t.person.id), eq(t.mute.initiativeId, initiativeId ?? '')))
    .leftJoin(t.initiative, eq(t.initiative.id, initiativeId ?? ''))
    .where(and(inArray(t.person.id, [...personIds]), isNull(t.mute.personId)));
  return rows.map(({ id, standing, mail, state }) => ({ id, byMail: standing !== 'guest' && mail !== false, thinking: state === 'thinking-time' }));
}

export async function addNotices({ sql, t }: Tx, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length > 0) await sql.insert(t.notice).values([...rows]);
}

export async function noticeById({ sql, t }: Reader, id: string): Promise<NoticeRow | null> {
  const [row] = await sql.select().from(t.notice).where(eq(t.notice.id, id));
  return row ?? null;
}

/** Newest first; `before` is where the page before ended. */
export async function noticesOf(
  { sql, t }: Reader,
  personId: string,
  { before, limit }: { before: { at: Date; id: string } | null; limit: number },
): Promise<NoticeRow[]> {
  const { notice } = t;
  const older = before === null ? undefined : or(lt(notice.createdAt, before.at), and(eq(notice.createdAt, before.at), lt(notice.id, before.id)));
  return sql
    .select()
    .from(notice)
    .where(and(eq(notice.personId, personId), older))
    .orderBy(desc(notice.createdAt), desc(notice.id))
    .limit(limit);
}

export async function unseenOf({ sql, t }: Reader, personId: string): Promise<number> {
  const [row] = await sql
    .select({ n: count() })
    .from(t.notice)
    .where(and(eq(t.notice.personId, personId), isNull(t.notice.seenAt)));
  return Number(row?.n ?? 0);
}

/** Marks these (or all) of a person's notices as seen. @returns how many were unseen until now */
export async function markSeen({ sql, t }: Tx, personId: string, ids: readonly string[] | 'all', seenAt: Date): Promise<number> {
  const chosen = ids === 'all' ? undefined : inArray(t.notice.id, [...ids]);
  const seen = await sql
    .update(t.notice)
    .set({ seenAt })
    .where(and(eq(t.notice.personId, personId), isNull(t.notice.seenAt), chosen))
    .returning({ id: t.notice.id });
  return seen.length;
}

export async function titlesOf({ sql, t }: Reader, initiativeIds: Iterable<string | null>): Promise<Map<string, string>> {
  const ids = [...new Set([...initiativeIds].filter((id) => id !== null))];
  if (ids.length === 0) return new Map();
  const rows = await sql.select({ id: t.initiative.id, title: t.initiative.title }).from(t.initiative).where(inArray(t.initiative.id, ids));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

export async function purposeOf({ sql, t }: Reader, initiativeId: string): Promise<{ title: string; purpose: string } | null> {
  const [row] = await sql
    .select({ title: t.initiative.title, purpose: t.initiative.purpose })
    .from(t.initiative)
    .where(eq(t.initiative.id, initiativeId));
  return row ?? null;
}

export async function placeName({ sql, t }: Reader): Promise<string> {
  const [row] = await sql.select({ name: t.place.name }).from(t.place).limit(1);
  return row?.name ?? 'Kindling';
}

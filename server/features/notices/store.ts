/** Rows of notices, of wishes and of mutes. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/db.ts';

export type NoticeRow = Reader['t']['notice']['$inferSelect'];

export interface Listener {
  readonly id: string;
  /** Whether they have an address for letters, and want them. */
  readonly byMail: boolean;
}

/** Those among these people who have not muted the initiative. */
export async function whoListens({ sql, t }: Reader, personIds: readonly string[], initiativeId: string | null): Promise<Listener[]> {
  const rows = await sql
    .select({ id: t.person.id, standing: t.person.standing, mail: t.noticeWish.mail })
    .from(t.person)
    .leftJoin(t.noticeWish, eq(t.noticeWish.personId, t.person.id))
    .leftJoin(t.mute, and(eq(t.mute.personId, t.person.id), eq(t.mute.initiativeId, initiativeId ?? '')))
    .where(and(inArray(t.person.id, [...personIds]), isNull(t.mute.personId)));
  return rows.map(({ id, standing, mail }) => ({ id, byMail: standing !== 'guest' && mail !== false }));
}

export async function addNotices({ sql, t }: Tx, rows: readonly NoticeRow[]): Promise<void> {
  if (rows.length > 0) await sql.insert(t.notice).values([...rows]);
}

/** Rows of how people want to be told, and of what they muted. */
import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Language } from '#shared/lib/language.ts';
import type { Reader, Tx } from '../../../db/db.ts';
import { usual, type Wishes } from './usual.ts';

/** Somebody letters go to. */
export interface LetterReader {
  readonly personId: string;
  readonly name: string;
  readonly language: Language;
  readonly email: string;
  readonly wishes: Wishes;
}

export async function wishesOf({ sql, t }: Reader, personId: string): Promise<Wishes> {
  const [row] = await sql.select().from(t.noticeWish).where(eq(t.noticeWish.personId, personId));
  return row ?? usual;
}

export async function putWishes({ sql, t }: Tx, personId: string, wishes: Wishes): Promise<void> {
  const { mail, digest, hour, timeZone } = wishes;
  const set = { mail, digest, hour, timeZone };
  await sql
    .insert(t.noticeWish)
    .values({ personId, ...set })
    .onConflictDoUpdate({ target: t.noticeWish.personId, set });
}

export async function putLanguage({ sql, t }: Tx, personId: string, language: Language | null): Promise<void> {
  await sql.update(t.person).set({ language }).where(eq(t.person.id, personId));
}

export async function languageOf({ sql, t }: Reader, personId: string): Promise<Language | null> {
  const [row] = await sql.select({ language: t.person.language }).from(t.person).where(eq(t.person.id, personId));
  return row?.language ?? null;
}

/** Null for a guest, whose address is made up, and for somebody who is gone. */
export async function letterReader({ sql, t }: Reader, personId: string): Promise<LetterReader | null> {
  const { person, user } = t;
  const [row] = await sql
    .select({ name: person.name, language: person.language, email: user.email })
    .from(person)
    .innerJoin(user, eq(user.id, person.userId))
    .where(and(eq(person.id, personId), ne(person.standing, 'guest')));
  if (row === undefined) return null;
  return { personId, ...row, language: row.language ?? 'en', wishes: await wishesOf({ sql, t }, personId) };
}

/** @returns whether it is news */
export async function mute({ sql, t }: Tx, personId: string, initiativeId: string, createdAt: Date): Promise<boolean> {
  const added = await sql.insert(t.mute).values({ personId, initiativeId, createdAt }).onConflictDoNothing().returning({ at: t.mute.createdAt });
  return added.length > 0;
}

/** @returns whether it was muted */
export async function unmute({ sql, t }: Tx, personId: string, initiativeId: string): Promise<boolean> {
  const gone = await sql
    .delete(t.mute)
    .where(and(eq(t.mute.personId, personId), eq(t.mute.initiativeId, initiativeId)))
    .returning({ at: t.mute.createdAt });
  return gone.length > 0;
}

export async function isMuted({ sql, t }: Reader, personId: string, initiativeId: string): Promise<boolean> {
  const [row] = await sql
    .select({ at: t.mute.createdAt })
    .from(t.mute)
    .where(and(eq(t.mute.personId, personId), eq(t.mute.initiativeId, initiativeId)));
  return row !== undefined;
}

/** Marks as seen what was told of an initiative. */
export async function seeAllOf({ sql, t }: Tx, personId: string, initiativeId: string, seenAt: Date): Promise<void> {
  const unseen = and(eq(t.notice.personId, personId), eq(t.notice.initiativeId, initiativeId), isNull(t.notice.seenAt));
  await sql.update(t.notice).set({ seenAt }).where(unseen);
}

/** What a person has muted, by title. */
export async function mutedBy({ sql, t }: Reader, personId: string): Promise<{ id: string; title: string }[]> {
  return sql
    .select({ id: t.initiative.id, title: t.initiative.title })
    .from(t.mute)
    .innerJoin(t.initiative, eq(t.initiative.id, t.mute.initiativeId))
    .where(eq(t.mute.personId, personId))
    .orderBy(t.initiative.title);
}

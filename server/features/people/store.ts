/** Rows of people. */
import { and, count, eq, gt, inArray, isNull, like, ne, or, sql as text } from 'drizzle-orm';
import type { AboutMeChange, Me } from '#shared/features/people/model.ts';
import type { Language } from '#shared/lib/language.ts';
import type { Seat } from '#shared/policy/facts.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type PersonRow = Reader['t']['person']['$inferSelect'];

export async function personOfUser({ sql, t }: Reader, userId: string): Promise<PersonRow | null> {
  const [row] = await sql.select().from(t.person).where(eq(t.person.userId, userId));
  return row ?? null;
}

export async function personById({ sql, t }: Reader, id: string): Promise<PersonRow | null> {
  const [row] = await sql.select().from(t.person).where(eq(t.person.id, id));
  return row ?? null;
}

/** Sessions with the person each belongs to, by token; a session whose account has no person yet is left out. */
export async function sessionsByToken({ sql, t }: Reader, tokens: readonly string[]) {
  const { session, person } = t;
  const rows = await sql
    .select({
      token: session.token,
      sessionId: session.id,
      expiresAt: session.expiresAt,
      userId: session.userId,
      personId: person.id,
      standing: person.standing,
    })
    .from(session)
    .innerJoin(person, eq(person.userId, session.userId))
    .where(inArray(session.token, [...tokens]));
  return new Map(rows.map(({ token, ...row }) => [token, row]));
}

/** Adds a person for an account; two requests at once add one. */
export async function addPerson({ sql, t }: Tx, person: Omit<PersonRow, 'language'>): Promise<PersonRow> {
  const row = { ...person, language: null };
  await sql.insert(t.person).values(row).onConflictDoNothing({ target: t.person.userId });
  const [kept] = await sql.select().from(t.person).where(eq(t.person.userId, row.userId));
  return kept ?? row;
}

/** Makes this person the place's keeper if nobody is and it is no demo. @returns whether it did */
export async function keepIfNobodyDoes({ sql, t }: Tx, personId: string): Promise<boolean> {
  const kept = await sql
    .update(t.place)
    .set({ keptBy: personId })
    .where(and(isNull(t.place.keptBy), eq(t.place.demo, false)))
    .returning({ id: t.place.id });
  if (kept.length === 0) return false;
  await sql.update(t.person).set({ standing: 'keeper' }).where(eq(t.person.id, personId));
  return true;
}

export async function changePerson({ sql, t }: Tx, id: string, { groupIds, ...about }: AboutMeChange): Promise<void> {
  if (Object.keys(about).length > 0) await sql.update(t.person).set(defined(about)).where(eq(t.person.id, id));
  if (groupIds === undefined) return;
  await sql.delete(t.personGroup).where(eq(t.personGroup.personId, id));
  const known = await sql.select({ id: t.group.id }).from(t.group);
  const rows = groupIds.filter((groupId) => known.some((group) => group.id === groupId)).map((groupId) => ({ personId: id, groupId }));
  if (rows.length > 0) await sql.insert(t.personGroup).values(rows).onConflictDoNothing();
}

export async function groupIdsOf({ sql, t }: Reader, personId: string): Promise<string[]> {
  return (await sql.select({ id: t.personGroup.groupId }).from(t.personGroup).where(eq(t.personGroup.personId, personId))).map((row) => row.id);
}

/** The account's e-mail; null for a guest, whose address is made up. */
export async function emailOf({ sql, t }: Reader, userId: string): Promise<string | null> {
  const [row] = await sql.select({ email: t.user.email, isAnonymous: t.user.isAnonymous }).from(t.user).where(eq(t.user.id, userId));
  return row === undefined || row.isAnonymous === true ? null : row.email;
}

/** The language somebody reads letters in; null when they have not said. */
export async function languageOfPerson({ sql, t }: Reader, personId: string): Promise<Language | null> {
  const [row] = await sql.select({ language: t.person.language }).from(t.person).where(eq(t.person.id, personId));
  return row?.language ?? null;
}

export async function languageOfEmail({ sql, t }: Reader, email: string): Promise<Language | null> {
  const { person, user } = t;
  const [row] = await sql.select({ language: person.language }).from(person).innerJoin(user, eq(user.id, person.userId)).where(eq(user.email, email));
  return row?.language ?? null;
}

/** A person's seats, by initiative id. */
export async function seatsOf({ sql, t }: Reader, personId: string): Promise<Record<string, Seat>> {
  const rows = await sql
    .select({ id: t.membership.initiativeId, seat: t.membership.seat })
    .from(t.membership)
    .where(and(eq(t.membership.personId, personId), isNull(t.membership.leftAt)));
  return Object.fromEntries(rows.map((row) => [row.id, row.seat]));
}

/** How many invitations, asks and rooms to test wait for this person, and how many notices they have not seen. */
export async function waitingFor({ sql, t }: Reader, personId: string): Promise<Me['waiting']> {
  const [invitations] = await sql
    .select({ n: count() })
    .from(t.invitation)
    .where(and(eq(t.invitation.personId, personId), isNull(t.invitation.answeredAt), isNull(t.invitation.withdrawnAt)));
  const [asks] = await sql
    .select({ n: count() })
    .from(t.ask)
    .where(and(eq(t.ask.personId, personId), isNull(t.ask.answeredAt), isNull(t.ask.withdrawnAt)));
  const [rooms] = await sql
    .select({ n: count() })
    .from(t.testRoom)
    .where(and(eq(t.testRoom.personId, personId), eq(t.testRoom.state, 'asked')));
  const [notices] = await sql
    .select({ n: count() })
    .from(t.notice)
    .where(and(eq(t.notice.personId, personId), isNull(t.notice.seenAt)));
  const counted = (row: { n: number } | undefined) => Number(row?.n ?? 0);
  return { invitations: counted(invitations), asks: counted(asks), rooms: counted(rooms), notices: counted(notices) };
}

/** People with accounts whose shown name or role holds the words, besides one; 20 at most. */
export async function findPeople({ sql, t }: Reader, words: string, besides: string): Promise<PersonRow[]> {
  const pattern = `%${words.toLowerCase().replaceAll(/[\\%_]/g, '')}%`;
  const named = and(eq(t.person.nameShown, 'name'), like(text`lower(${t.person.name})`, pattern));
  return sql
    .select()
    .from(t.person)
    .where(and(ne(t.person.standing, 'guest'), ne(t.person.id, besides), or(named, like(text`lower(${t.person.roleTitle})`, pattern))))
    .orderBy(t.person.name)
    .limit(20);
}

/** A guest's person now belongs to an account, unless that account already has a person; the guest's own account and sessions go. @returns the person, if it moved */
export async function moveGuest({ sql, t }: Tx, guestUserId: string, userId: string): Promise<PersonRow | null> {
  const [taken] = await sql.select({ id: t.person.id }).from(t.person).where(eq(t.person.userId, userId));
  if (taken !== undefined) return null;
  const [moved] = await sql
    .update(t.person)
    .set({ userId, standing: 'member' })
    .where(and(eq(t.person.userId, guestUserId), eq(t.person.standing, 'guest')))
    .returning();
  if (moved === undefined) return null;
  await sql.delete(t.user).where(eq(t.user.id, guestUserId));
  return moved;
}

export async function addClaim({ sql, t }: Tx, claim: Reader['t']['claim']['$inferInsert']): Promise<void> {
  await sql.insert(t.claim).values(claim);
}

/** Uses a claim up: at most once, before it ends. */
export async function useClaim({ sql, t }: Tx, tokenHash: string, now: Date): Promise<{ personId: string; email: string } | null> {
  const [claim] = await sql
    .update(t.claim)
    .set({ usedAt: now })
    .where(and(eq(t.claim.tokenHash, tokenHash), isNull(t.claim.usedAt), gt(t.claim.expiresAt, now)))
    .returning({ personId: t.claim.personId, email: t.claim.email });
  return claim ?? null;
}

export async function emailIsKnown({ sql, t }: Reader, email: string): Promise<boolean> {
  const [row] = await sql.select({ id: t.user.id }).from(t.user).where(eq(t.user.email, email));
  return row !== undefined;
}

/** The guest's account takes the address; the person is a member from now on. @returns the account, null when they are no guest any more */
export async function giveEmail({ sql, t }: Tx, personId: string, email: string, now: Date): Promise<string | null> {
  const [person] = await sql
    .update(t.person)
    .set({ standing: 'member' })
    .where(and(eq(t.person.id, personId), eq(t.person.standing, 'guest')))
    .returning();
  if (person === undefined) return null;
  await sql.update(t.user).set({ email, emailVerified: true, isAnonymous: false, updatedAt: now }).where(eq(t.user.id, person.userId));
  return person.userId;
}

export async function endSessions({ sql, t }: Tx, userId: string): Promise<string[]> {
  return (await sql.delete(t.session).where(eq(t.session.userId, userId)).returning({ id: t.session.id })).map((row) => row.id);
}

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}

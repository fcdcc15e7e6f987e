/** Rows of invitations. */
import { and, asc, desc, eq, inArray, isNull, lt, ne, notInArray, or } from 'drizzle-orm';
import type { InvitationReply } from '#shared/features/initiatives/model.ts';
import type { Reader, Tx } from '../../../db/db.ts';

export type InvitationRow = Reader['t']['invitation']['$inferSelect'];
/** What an invitation is about; left out, it is the initiative itself. */
export type Thing = Pick<InvitationRow, 'about' | 'elementId' | 'systemAskId'>;
export type NewInvitation = Pick<InvitationRow, 'id' | 'initiativeId' | 'personId' | 'invitedBy' | 'seat' | 'perspective' | 'line' | 'createdAt'> &
  Partial<Thing>;

const theInitiative: Thing = { about: 'initiative', elementId: null, systemAskId: null };

/** How many are listed at most. */
const listMax = 300;
/** How many go into one statement: both databases count the values. */
const partMax = 500;

/** Adds invitations; one with an id that is there already is passed over. */
export async function addInvitations({ sql, t }: Tx, rows: readonly NewInvitation[]): Promise<void> {
  const unanswered = { answer: null, answerLine: '', askAfter: null, answeredAt: null, withdrawnAt: null, cameBackAt: null };
  for (let i = 0; i < rows.length; i += partMax) {
    const part = rows.slice(i, i + partMax).map((row) => ({ ...theInitiative, ...row, ...unanswered }));
    await sql.insert(t.invitation).values(part).onConflictDoNothing();
  }
}

export async function invitationRow({ sql, t }: Reader, id: string): Promise<InvitationRow | null> {
  const [row] = await sql.select().from(t.invitation).where(eq(t.invitation.id, id));
  return row ?? null;
}

/** Every invitation of one person by one initiative, and by anybody to one system ask; newest first. */
export async function invitationsBetween(
  { sql, t }: Reader,
  { initiativeId, systemAskId }: { initiativeId: string; systemAskId: string | null },
  personId: string,
): Promise<InvitationRow[]> {
  const by = eq(t.invitation.initiativeId, initiativeId);
  return sql
    .select()
    .from(t.invitation)
    .where(and(systemAskId === null ? by : or(by, eq(t.invitation.systemAskId, systemAskId)), eq(t.invitation.personId, personId)))
    .orderBy(desc(t.invitation.createdAt));
}

export async function invitationsOf({ sql, t }: Reader, initiativeId: string): Promise<InvitationRow[]> {
  return sql
    .select()
    .from(t.invitation)
    .where(eq(t.invitation.initiativeId, initiativeId))
    .orderBy(desc(t.invitation.createdAt), desc(t.invitation.id))
    .limit(listMax);
}

/** Invitations put to a person that nobody has taken back, newest first. */
export async function invitationsTo({ sql, t }: Reader, personId: string): Promise<InvitationRow[]> {
  return sql
    .select()
    .from(t.invitation)
    .where(and(eq(t.invitation.personId, personId), isNull(t.invitation.withdrawnAt)))
    .orderBy(desc(t.invitation.createdAt), desc(t.invitation.id))
    .limit(listMax);
}

/** Who said yes to cards of an initiative, in the order they said it. */
export async function saidYesTo({ sql, t }: Reader, initiativeId: string): Promise<InvitationRow[]> {
  const yes = and(eq(t.invitation.about, 'card'), eq(t.invitation.answer, 'yes'), isNull(t.invitation.withdrawnAt));
  return sql
    .select()
    .from(t.invitation)
    .where(and(eq(t.invitation.initiativeId, initiativeId), yes))
    .orderBy(asc(t.invitation.answeredAt), asc(t.invitation.id));
}

/** What a person invited others to, and was asked to ask again about after a day that has passed; the earliest day first. */
export async function cameBackTo({ sql, t }: Reader, invitedBy: string, today: string): Promise<InvitationRow[]> {
  const { invitation } = t;
  const rows = await sql
    .select()
    .from(invitation)
    .where(
      and(eq(invitation.invitedBy, invitedBy), eq(invitation.answer, 'ask-after'), lt(invitation.askAfter, today), isNull(invitation.withdrawnAt)),
    )
    .orderBy(asc(invitation.askAfter), asc(invitation.id))
    .limit(listMax);
  return notInvitedSince({ sql, t }, rows);
}

/**
 * Marks what has come back and was not told yet, some at a time; what belongs to an initiative that takes time to think waits until it is
 * through. Of two processes one marks each. @returns those it marked
 */
export async function markCameBack({ sql, t }: Tx, today: string, at: Date): Promise<InvitationRow[]> {
  const { invitation, initiative } = t;
  const due = and(
    eq(invitation.answer, 'ask-after'),
    lt(invitation.askAfter, today),
    isNull(invitation.withdrawnAt),
    isNull(invitation.cameBackAt),
    notInArray(invitation.initiativeId, sql.select({ id: initiative.id }).from(initiative).where(eq(initiative.state, 'thinking-time'))),
  );
  const some = sql.select({ id: invitation.id }).from(invitation).where(due).orderBy(asc(invitation.askAfter)).limit(partMax);
  return sql
    .update(invitation)
    .set({ cameBackAt: at })
    .where(and(due, inArray(invitation.id, some)))
    .returning();
}

/** Those among them whose person was not invited to the same thing again meanwhile. */
export async function notInvitedSince({ sql, t }: Reader, rows: readonly InvitationRow[]): Promise<InvitationRow[]> {
  const people = [...new Set(rows.map((row) => row.personId))];
  if (people.length === 0) return [];
  const later = await sql
    .select()
    .from(t.invitation)
    .where(and(inArray(t.invitation.personId, people), isNull(t.invitation.withdrawnAt)));
  return rows.filter((row) => !later.some((one) => one.createdAt > row.createdAt && one.personId === row.personId && isSameThing(one, row)));
}

/** The cards and system asks that invitations are about, as they read now. */
export async function thingsOf(
  { sql, t }: Reader,
  rows: readonly Pick<InvitationRow, 'elementId' | 'systemAskId'>[],
): Promise<{ cards: Map<string, { kind: string; title: string }>; causes: Map<string, string> }> {
  const elementIds = rows.flatMap((row) => row.elementId ?? []);
  const systemAskIds = rows.flatMap((row) => row.systemAskId ?? []);
  const { boardElement, systemAsk } = t;
  const cards =
    elementIds.length === 0
      ? []
      : await sql
          .select({ boardId: boardElement.boardId, id: boardElement.elementId, kind: boardElement.kind, title: boardElement.title })
          .from(boardElement)
          .where(inArray(boardElement.elementId, elementIds));
  const causes =
    systemAskIds.length === 0
      ? []
      : await sql.select({ id: systemAsk.id, cause: systemAsk.cause }).from(systemAsk).where(inArray(systemAsk.id, systemAskIds));
  return {
    cards: new Map(cards.map(({ boardId, id, ...card }) => [`${boardId}/${id}`, card])),
    causes: new Map(causes.map(({ id, cause }) => [id, cause])),
  };
}

/** Whether two invitations are about the same thing. */
export function isSameThing(one: Thing & { initiativeId: string }, other: Thing & { initiativeId: string }): boolean {
  if (one.about !== other.about) return false;
  return one.about === 'system-ask'
    ? one.systemAskId === other.systemAskId
    : one.initiativeId === other.initiativeId && one.elementId === other.elementId;
}

/** Writes an answer over the one before. @returns false when the invitation was taken back meanwhile */
export async function answerInvitation({ sql, t }: Tx, { id, answer, line, askAfter }: InvitationReply, at: Date): Promise<boolean> {
  const answered = await sql
    .update(t.invitation)
    .set({ answer, answerLine: line, askAfter: answer === 'ask-after' ? askAfter : null, answeredAt: at, cameBackAt: null })
    .where(and(eq(t.invitation.id, id), isNull(t.invitation.withdrawnAt)))
    .returning({ id: t.invitation.id });
  return answered.length > 0;
}

/** Takes an invitation back unless its answer was yes. @returns whether it did */
export async function withdrawInvitation({ sql, t }: Tx, id: string, at: Date): Promise<boolean> {
  const withdrawn = await sql
    .update(t.invitation)
    .set({ withdrawnAt: at })
    .where(and(eq(t.invitation.id, id), isNull(t.invitation.withdrawnAt), or(isNull(t.invitation.answer), ne(t.invitation.answer, 'yes'))))
    .returning({ id: t.invitation.id });
  return withdrawn.length > 0;
}

/** Rows of invitations. */
import { and, desc, eq, isNull, ne, or } from 'drizzle-orm';
import type { InvitationReply } from '#shared/features/initiatives/model.ts';
import type { Reader, Tx } from '../../../db/db.ts';

export type InvitationRow = Reader['t']['invitation']['$inferSelect'];
export type NewInvitation = Pick<InvitationRow, 'id' | 'initiativeId' | 'personId' | 'invitedBy' | 'seat' | 'perspective' | 'line' | 'createdAt'>;

/** How many are listed at most. */
const listMax = 300;
/** How many go into one statement: both databases count the values. */
const partMax = 500;

/** Adds invitations; one with an id that is there already is passed over. */
export async function addInvitations({ sql, t }: Tx, rows: readonly NewInvitation[]): Promise<void> {
  const unanswered = { answer: null, answerLine: '', askAfter: null, answeredAt: null, withdrawnAt: null };
  for (let i = 0; i < rows.length; i += partMax) {
    const part = rows.slice(i, i + partMax).map((row) => ({ ...row, ...unanswered }));
    await sql.insert(t.invitation).values(part).onConflictDoNothing();
  }
}

export async function invitationRow({ sql, t }: Reader, id: string): Promise<InvitationRow | null> {
  const [row] = await sql.select().from(t.invitation).where(eq(t.invitation.id, id));
  return row ?? null;
}

/** Every invitation of one person to one initiative, newest first. */
export async function invitationsBetween({ sql, t }: Reader, initiativeId: string, personId: string): Promise<InvitationRow[]> {
  return sql
    .select()
    .from(t.invitation)
    .where(and(eq(t.invitation.initiativeId, initiativeId), eq(t.invitation.personId, personId)))
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

/** Writes an answer over the one before. @returns false when the invitation was taken back meanwhile */
export async function answerInvitation({ sql, t }: Tx, { id, answer, line, askAfter }: InvitationReply, at: Date): Promise<boolean> {
  const answered = await sql
    .update(t.invitation)
    .set({ answer, answerLine: line, askAfter: answer === 'ask-after' ? askAfter : null, answeredAt: at })
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

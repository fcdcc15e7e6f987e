/** Rows of invites. The secret itself is in none of them. */
import { and, desc, eq, gt, isNull, lt, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/db.ts';

export type InviteRow = Reader['t']['invite']['$inferSelect'];

const listMax = 200;

export async function addInvite({ sql, t }: Tx, row: InviteRow): Promise<void> {
  await sql.insert(t.invite).values(row);
}

export async function inviteRow({ sql, t }: Reader, id: string): Promise<InviteRow | null> {
  const [row] = await sql.select().from(t.invite).where(eq(t.invite.id, id));
  return row ?? null;
}

/** The invite of this secret while it still lets people in; null for one that is over, or never was. */
export async function openInvite(reader: Reader, secretHash: string, now: Date): Promise<InviteRow | null> {
  const [row] = await reader.sql
    .select()
    .from(reader.t.invite)
    .where(stillOpen(reader, secretHash, now));
  return row ?? null;
}

/** Invites of an initiative, or those of the place alone, newest first. */
export async function listInvites({ sql, t }: Reader, initiativeId: string | null): Promise<InviteRow[]> {
  const where = initiativeId === null ? isNull(t.invite.initiativeId) : eq(t.invite.initiativeId, initiativeId);
  return sql.select().from(t.invite).where(where).orderBy(desc(t.invite.createdAt), desc(t.invite.id)).limit(listMax);
}

/** Ends an invite; ending it again keeps the first moment. */
export async function revokeInvite({ sql, t }: Tx, id: string, at: Date): Promise<void> {
  await sql
    .update(t.invite)
    .set({ revokedAt: at })
    .where(and(eq(t.invite.id, id), isNull(t.invite.revokedAt)));
}

/** Spends one use, in one statement, so that a crowd at once never gets more than there are. @returns the invite, or null when it is over */
export async function spendUse(tx: Tx, secretHash: string, now: Date): Promise<InviteRow | null> {
  const { sql, t } = tx;
  const [row] = await sql
    .update(t.invite)
    .set({ uses: text`${t.invite.uses} + 1` })
    .where(stillOpen(tx, secretHash, now))
    .returning();
  return row ?? null;
}

/** Notes who came in by an invite. @returns false when they had come in by it before */
export async function addUse({ sql, t }: Tx, inviteId: string, personId: string, at: Date): Promise<boolean> {
  return (await sql.insert(t.inviteUse).values({ inviteId, personId, at }).onConflictDoNothing().returning({ at: t.inviteUse.at })).length > 0;
}

export async function initiativeHead({ sql, t }: Reader, id: string): Promise<{ id: string; title: string; purpose: string } | null> {
  const [row] = await sql
    .select({ id: t.initiative.id, title: t.initiative.title, purpose: t.initiative.purpose })
    .from(t.initiative)
    .where(eq(t.initiative.id, id));
  return row ?? null;
}

export async function placeName({ sql, t }: Reader): Promise<string> {
  const [row] = await sql.select({ name: t.place.name }).from(t.place);
  return row?.name ?? '';
}

/** Whether the place has this group and still uses it. */
export async function groupIsThere({ sql, t }: Reader, id: string): Promise<boolean> {
  return (
    (
      await sql
        .select({ id: t.group.id })
        .from(t.group)
        .where(and(eq(t.group.id, id), isNull(t.group.archivedAt)))
    ).length > 0
  );
}

function stillOpen({ t }: Pick<Reader, 't'>, secretHash: string, now: Date) {
  return and(eq(t.invite.secretHash, secretHash), isNull(t.invite.revokedAt), gt(t.invite.expiresAt, now), lt(t.invite.uses, t.invite.maxUses));
}

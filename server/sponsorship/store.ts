/** Who takes a system ask where it will be heard. Two doors lead to it (saying so, and saying yes to an invitation), so it is written here once. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Reader, Tx } from '../db/db.ts';

export interface Sponsoring {
  readonly systemAskId: string;
  readonly personId: string;
  readonly at: Date;
}

/** A person takes it there, if nobody does and it has no answer yet. @returns false when somebody else was first, or it has an answer */
export async function takeSponsorship({ sql, t }: Tx, { systemAskId, personId, at }: Sponsoring): Promise<boolean> {
  const free = and(eq(t.systemAsk.id, systemAskId), isNull(t.systemAsk.sponsorId), isNull(t.systemAsk.answer));
  const taken = await sql.update(t.systemAsk).set({ sponsorId: personId, sponsoredAt: at }).where(free).returning({ id: t.systemAsk.id });
  return taken.length > 0;
}

/** The sponsor steps back, while there is no answer. @returns whether they were the sponsor until now */
export async function dropSponsorship({ sql, t }: Tx, { systemAskId, personId }: Omit<Sponsoring, 'at'>): Promise<boolean> {
  const theirs = and(eq(t.systemAsk.id, systemAskId), eq(t.systemAsk.sponsorId, personId), isNull(t.systemAsk.answer));
  const dropped = await sql.update(t.systemAsk).set({ sponsorId: null, sponsoredAt: null }).where(theirs).returning({ id: t.systemAsk.id });
  return dropped.length > 0;
}

/**
 * Holds a system ask until the transaction ends, so that what must see each other (a blocker that joins and an answer, two invitations) waits in line.
 * @returns whether it is there and has no answer
 */
export async function holdOpen({ sql, t }: Tx, id: string): Promise<boolean> {
  const open = and(eq(t.systemAsk.id, id), isNull(t.systemAsk.answer));
  return (await sql.update(t.systemAsk).set({ id }).where(open).returning({ id: t.systemAsk.id })).length > 0;
}

/** Its cause, and who takes it where it will be heard. */
export async function systemAskNow({ sql, t }: Reader, id: string): Promise<{ cause: string; sponsorId: string | null } | null> {
  const [row] = await sql.select({ cause: t.systemAsk.cause, sponsorId: t.systemAsk.sponsorId }).from(t.systemAsk).where(eq(t.systemAsk.id, id));
  return row ?? null;
}

export interface Standing {
  readonly initiativeId: string;
  readonly elementId: string;
}

/** The blockers that stand in a system ask, in the order they joined. */
export async function blockersIn({ sql, t }: Reader, systemAskId: string): Promise<Standing[]> {
  return sql
    .select({ initiativeId: t.systemAskBlocker.initiativeId, elementId: t.systemAskBlocker.elementId })
    .from(t.systemAskBlocker)
    .where(and(eq(t.systemAskBlocker.systemAskId, systemAskId), isNull(t.systemAskBlocker.leftAt)))
    .orderBy(t.systemAskBlocker.joinedAt, t.systemAskBlocker.elementId);
}

/** Co-owners of initiatives whose blockers stand in a system ask, each once, with one such initiative. */
export async function coOwnersIn({ sql, t }: Reader, systemAskId: string): Promise<Map<string, string>> {
  const within = sql
    .select({ id: t.systemAskBlocker.initiativeId })
    .from(t.systemAskBlocker)
    .where(and(eq(t.systemAskBlocker.systemAskId, systemAskId), isNull(t.systemAskBlocker.leftAt)));
  const rows = await sql
    .select({ personId: t.membership.personId, initiativeId: t.membership.initiativeId })
    .from(t.membership)
    .where(and(inArray(t.membership.initiativeId, within), eq(t.membership.seat, 'co-owner'), isNull(t.membership.leftAt)))
    .orderBy(asc(t.membership.joinedAt), asc(t.membership.initiativeId));
  return new Map(rows.map((row) => [row.personId, row.initiativeId]));
}

/** Rows of pledges. */
import { and, asc, count, desc, eq, isNull, ne, sql as text } from 'drizzle-orm';
import type { PledgeCount } from '#shared/features/pledges/totals.ts';
import type { PledgeEnd } from '#shared/features/pledges/kinds.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type PledgeRow = Reader['t']['pledge']['$inferSelect'];
export type KnownPledge = PledgeRow & { readonly title: string };

export async function pledgesOf(reader: Reader, initiativeId: string): Promise<KnownPledge[]> {
  const { t } = reader;
  return whole(await known(reader).where(eq(t.pledge.initiativeId, initiativeId)).orderBy(desc(t.pledge.createdAt), asc(t.pledge.id)));
}

/** A person's pledges: unfinished first by their date, those without a date after them; then the finished, the latest first. */
export async function pledgesBy(reader: Reader, personId: string): Promise<KnownPledge[]> {
  const { t } = reader;
  const finished = text`case when ${t.pledge.state} = 'given' then 0 else 1 end`;
  const dateless = text`case when ${t.pledge.until} is null then 1 else 0 end`;
  const rows = await known(reader)
    .where(eq(t.pledge.personId, personId))
    .orderBy(finished, desc(t.pledge.endedAt), dateless, asc(t.pledge.until), asc(t.pledge.createdAt), asc(t.pledge.id));
  return whole(rows);
}

export async function pledgeById(reader: Reader, id: string): Promise<KnownPledge | null> {
  return whole(await known(reader).where(eq(reader.t.pledge.id, id)))[0] ?? null;
}

/** How many there are of each kind in each state; nobody's. */
export async function pledgeCounts({ sql, t }: Reader): Promise<PledgeCount[]> {
  const rows = await sql.select({ kind: t.pledge.kind, state: t.pledge.state, count: count() }).from(t.pledge).groupBy(t.pledge.kind, t.pledge.state);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Adds a pledge. @returns false when there is one by this id already */
export async function addPledge({ sql, t }: Tx, row: PledgeRow): Promise<boolean> {
  return (await sql.insert(t.pledge).values(row).onConflictDoNothing().returning({ id: t.pledge.id })).length > 0;
}

/** The giver says how it ended; once. @returns whether it was still open, and theirs */
export async function finishPledge(
  { sql, t }: Tx,
  id: string,
  personId: string,
  end: { state: PledgeEnd; why: string; endedAt: Date },
): Promise<boolean> {
  const open = and(eq(t.pledge.id, id), eq(t.pledge.personId, personId), eq(t.pledge.state, 'given'));
  return (await sql.update(t.pledge).set(end).where(open).returning({ id: t.pledge.id })).length > 0;
}

/** Somebody else says that it ended so; once. @returns whether nobody had before them */
export async function confirmPledge({ sql, t }: Tx, id: string, confirmedBy: string, confirmedAt: Date): Promise<boolean> {
  const waiting = and(eq(t.pledge.id, id), ne(t.pledge.personId, confirmedBy), ne(t.pledge.state, 'given'), isNull(t.pledge.confirmedAt));
  return (await sql.update(t.pledge).set({ confirmedBy, confirmedAt }).where(waiting).returning({ id: t.pledge.id })).length > 0;
}

function known({ sql, t }: Reader) {
  return sql
    .select({ row: t.pledge, title: t.initiative.title })
    .from(t.pledge)
    .innerJoin(t.initiative, eq(t.initiative.id, t.pledge.initiativeId))
    .$dynamic();
}

function whole(rows: readonly { row: PledgeRow; title: string }[]): KnownPledge[] {
  return rows.map(({ row, title }) => ({ ...row, title }));
}

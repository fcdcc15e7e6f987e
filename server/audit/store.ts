/** Rows of the audit. There is no way to change one. */
import { and, asc, desc, eq, gt, isNotNull, notInArray, or, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../db/db.ts';
import { beginning, hashOf, type Link, type Row } from './chain.ts';

export type AuditRow = Reader['t']['audit']['$inferSelect'];

const here = 'here';

/** Adds rows to the chain, at the end of a transaction: taking the head makes every other writer of the audit wait for the commit. @returns the new head */
export async function append({ sql, t }: Tx, rows: readonly Row[]): Promise<Link> {
  const moved = { seq: text`${t.auditHead.seq} + ${rows.length}` };
  const [taken] = await sql
    .insert(t.auditHead)
    .values({ id: here, seq: rows.length, hash: beginning.hash })
    .onConflictDoUpdate({ target: t.auditHead.id, set: moved })
    .returning();
  if (taken === undefined) throw new Error('the head of the audit was not taken');
  let last: Link = { seq: taken.seq - rows.length, hash: taken.hash };
  const linked = rows.map((row) => {
    const prev = last.hash;
    last = { seq: last.seq + 1, hash: hashOf(prev, row) };
    return { ...row, ...last, prev };
  });
  await sql.insert(t.audit).values(linked);
  await sql.update(t.auditHead).set({ hash: last.hash }).where(eq(t.auditHead.id, here));
  return last;
}

export async function headOf({ sql, t }: Reader): Promise<Link> {
  const [head] = await sql.select({ seq: t.auditHead.seq, hash: t.auditHead.hash }).from(t.auditHead).where(eq(t.auditHead.id, here));
  return head ?? beginning;
}

/** The next rows in order of the chain. */
export async function rowsAfter({ sql, t }: Reader, seq: number, limit: number): Promise<AuditRow[]> {
  return sql.select().from(t.audit).where(gt(t.audit.seq, seq)).orderBy(asc(t.audit.seq)).limit(limit);
}

/**
 * The latest rows, but none of something unnamed: beside others with their exact times it would show when it was done.
 * @param unnamed actions whose refusals are unnamed
 */
export async function shownRows(
  { sql, t }: Reader,
  { skip, limit, unnamed }: { skip: number; limit: number; unnamed: readonly string[] },
): Promise<AuditRow[]> {
  const refused = and(eq(t.audit.outcome, 'refused'), notInArray(t.audit.action, [...unnamed]));
  return sql
    .select()
    .from(t.audit)
    .where(or(isNotNull(t.audit.personId), refused))
    .orderBy(desc(t.audit.seq))
    .limit(limit)
    .offset(skip);
}

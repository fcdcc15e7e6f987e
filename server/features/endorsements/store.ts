/** Rows of endorsements: one a person and initiative. */
import { and, asc, desc, eq, isNotNull, isNull, ne, or, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/db.ts';

export type EndorsementRow = Reader['t']['endorsement']['$inferSelect'];
/** A row, with the initiative's title and the hash of the purpose it has now. */
export type KnownEndorsement = EndorsementRow & { readonly title: string; readonly hashNow: string };

/** What is read beside a person's own words. */
export async function purposeOf({ sql, t }: Reader, initiativeId: string): Promise<{ purpose: string; purposeHash: string } | null> {
  const [row] = await sql
    .select({ purpose: t.initiative.purpose, purposeHash: t.initiative.purposeHash })
    .from(t.initiative)
    .where(eq(t.initiative.id, initiativeId));
  return row ?? null;
}

/** Who stands behind an initiative, the longest first; after them those who no longer do. */
export async function endorsementsOf(reader: Reader, initiativeId: string): Promise<KnownEndorsement[]> {
  const { t } = reader;
  const rows = await known(reader)
    .where(eq(t.endorsement.initiativeId, initiativeId))
    .orderBy(asc(t.endorsement.createdAt), asc(t.endorsement.personId));
  return whole([...rows.filter(stands), ...rows.filter((row) => !stands(row))]);
}

/** What a person stands behind, the latest first. */
export async function endorsementsBy(reader: Reader, personId: string): Promise<KnownEndorsement[]> {
  const { t } = reader;
  const mine = and(eq(t.endorsement.personId, personId), isNull(t.endorsement.withdrawnAt));
  return whole(await known(reader).where(mine).orderBy(desc(t.endorsement.createdAt), asc(t.endorsement.initiativeId)));
}

export async function endorsementOf(reader: Reader, initiativeId: string, personId: string): Promise<KnownEndorsement | null> {
  const { t } = reader;
  const rows = await known(reader).where(and(eq(t.endorsement.initiativeId, initiativeId), eq(t.endorsement.personId, personId)));
  return whole(rows)[0] ?? null;
}

/** Makes or renews the person's one endorsement. @returns whether it says anything new: the same words sent twice do not */
export async function putEndorsement({ sql, t }: Tx, row: EndorsementRow): Promise<boolean> {
  const { initiativeId, personId, ...said } = row;
  const { office, reason, purposeHash, withdrawnAt } = t.endorsement;
  const written = await sql
    .insert(t.endorsement)
    .values({ initiativeId, personId, ...said })
    .onConflictDoUpdate({
      target: [t.endorsement.initiativeId, t.endorsement.personId],
      set: said,
      setWhere: text`${or(ne(office, said.office), ne(reason, said.reason), ne(purposeHash, said.purposeHash), isNotNull(withdrawnAt))}`,
    })
    .returning({ personId: t.endorsement.personId });
  return written.length > 0;
}

/** Ends the person's own endorsement. @returns whether it stood until now */
export async function endEndorsement({ sql, t }: Tx, initiativeId: string, personId: string, end: { why: string; at: Date }): Promise<boolean> {
  const ended = await sql
    .update(t.endorsement)
    .set({ withdrawnAt: end.at, withdrawnWhy: end.why })
    .where(and(eq(t.endorsement.initiativeId, initiativeId), eq(t.endorsement.personId, personId), isNull(t.endorsement.withdrawnAt)))
    .returning({ personId: t.endorsement.personId });
  return ended.length > 0;
}

function known({ sql, t }: Reader) {
  return sql
    .select({ row: t.endorsement, title: t.initiative.title, hashNow: t.initiative.purposeHash })
    .from(t.endorsement)
    .innerJoin(t.initiative, eq(t.initiative.id, t.endorsement.initiativeId))
    .$dynamic();
}

function stands({ row }: { row: EndorsementRow }): boolean {
  return row.withdrawnAt === null;
}

function whole(rows: readonly { row: EndorsementRow; title: string; hashNow: string }[]): KnownEndorsement[] {
  return rows.map(({ row, title, hashNow }) => ({ ...row, title, hashNow }));
}

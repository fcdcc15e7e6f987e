/** Rows of proposals, every wording they had, and everything that was said to them. */
import { and, asc, desc, eq, inArray, isNull, type SQL } from 'drizzle-orm';
import type { DecisionOutcome } from '#shared/features/decisions/answers.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type DecisionRow = Reader['t']['decision']['$inferSelect'];
export type WordingRow = Reader['t']['decisionWording']['$inferSelect'];
export type SaidRow = Omit<Reader['t']['decisionSaid']['$inferSelect'], 'n'>;

export interface KnownDecision extends DecisionRow {
  readonly words: WordingRow;
  /** Wordings put before, the latest first. */
  readonly earlier: readonly WordingRow[];
  /** In the order it was said. */
  readonly said: readonly SaidRow[];
  /** What the card says now; null when it can no longer be found. */
  readonly card: { readonly title: string; readonly reasons: string } | null;
}

/** Proposals of an initiative, the open ones first, then the latest. */
export async function decisionsOf(reader: Reader, initiativeId: string): Promise<KnownDecision[]> {
  const rows = await known(reader, eq(reader.t.decision.initiativeId, initiativeId));
  return [...rows.filter((row) => row.outcome === null), ...rows.filter((row) => row.outcome !== null)];
}

export async function decisionById(reader: Reader, id: string): Promise<KnownDecision | null> {
  return (await known(reader, eq(reader.t.decision.id, id)))[0] ?? null;
}

/** Opens a proposal with its first wording. @returns false when there is one by this id, or the card has an open one */
export async function addDecision(tx: Tx, row: DecisionRow, words: WordingRow): Promise<boolean> {
  const { sql, t } = tx;
  const added = await sql.insert(t.decision).values(row).onConflictDoNothing().returning({ id: t.decision.id });
  if (added.length > 0) await sql.insert(t.decisionWording).values(words);
  return added.length > 0;
}

/**
 * Holds an open proposal until the transaction ends: an answer, changed words and an ending that come at once wait for each other, and each
 * reads what the one before it left. @returns whether it is open, with this as its newest wording
 */
export async function holdOpen({ sql, t }: Tx, id: string, version: number): Promise<boolean> {
  const open = and(eq(t.decision.id, id), eq(t.decision.version, version), isNull(t.decision.outcome));
  return (await sql.update(t.decision).set({ version }).where(open).returning({ id: t.decision.id })).length > 0;
}

/** Changed words are put; call it with the proposal held. */
export async function addWording({ sql, t }: Tx, words: WordingRow): Promise<void> {
  await sql.insert(t.decisionWording).values(words);
  await sql.update(t.decision).set({ version: words.version }).where(eq(t.decision.id, words.decisionId));
}

/** Call it with the proposal held. */
export async function addSaid({ sql, t }: Tx, row: SaidRow): Promise<void> {
  await sql.insert(t.decisionSaid).values(row);
}

export interface Ending {
  readonly outcome: DecisionOutcome;
  readonly outcomeWhy: string;
  readonly decidedBy: string;
  readonly decidedAt: Date;
  readonly asked: string[];
}

/** Ends it; call it with the proposal held. */
export async function endDecision({ sql, t }: Tx, id: string, ending: Ending): Promise<void> {
  await sql
    .update(t.decision)
    .set({ ...ending, openElementId: null })
    .where(eq(t.decision.id, id));
}

async function known({ sql, t }: Reader, which: SQL): Promise<KnownDecision[]> {
  const rows = await sql
    .select({ row: t.decision, title: t.boardElement.title, fields: t.boardElement.fields })
    .from(t.decision)
    .leftJoin(t.boardElement, and(eq(t.boardElement.boardId, t.decision.initiativeId), eq(t.boardElement.elementId, t.decision.elementId)))
    .where(which)
    .orderBy(desc(t.decision.createdAt), asc(t.decision.id));
  const ids = rows.map(({ row }) => row.id);
  if (ids.length === 0) return [];
  const wordings = await sql
    .select()
    .from(t.decisionWording)
    .where(inArray(t.decisionWording.decisionId, ids))
    .orderBy(desc(t.decisionWording.version));
  const said = await sql.select().from(t.decisionSaid).where(inArray(t.decisionSaid.decisionId, ids)).orderBy(asc(t.decisionSaid.n));
  return rows.flatMap(({ row, title, fields }) => {
    const [words, ...earlier] = wordings.filter((one) => one.decisionId === row.id);
    if (words === undefined) return [];
    const card = title === null ? null : { title, reasons: reasonsIn(fields) };
    return [{ ...row, words, earlier, said: said.filter((one) => one.decisionId === row.id), card }];
  });
}

/** What a card gives as its reasons. */
export function reasonsIn(fields: Readonly<Record<string, unknown>> | null): string {
  const reasons = fields?.['reasons'];
  return typeof reasons === 'string' ? reasons : '';
}

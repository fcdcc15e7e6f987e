/** Rows of asks, and the people and blockers they are about. */
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne, or, sql as text } from 'drizzle-orm';
import type { AskAnswer } from '#shared/features/asks/answers.ts';
import type { Reader, Tx } from '../../db/db.ts';

export type AskRow = Reader['t']['ask']['$inferSelect'];
/** A row, with its initiative's title and how the blocker reads now ('' when it has no title). */
export type KnownAsk = AskRow & { readonly title: string; readonly blocker: string };

/** How many answered asks a person is shown; unanswered ones are all shown. */
const answeredShown = 50;

export async function asksOf(reader: Reader, initiativeId: string): Promise<KnownAsk[]> {
  const { t } = reader;
  return whole(await known(reader).where(eq(t.ask.initiativeId, initiativeId)).orderBy(asc(t.ask.createdAt), asc(t.ask.id)));
}

/** Asks put to a person: unanswered first, the oldest first; then the answered, the latest first. Without those taken back. */
export async function asksTo(reader: Reader, personId: string): Promise<KnownAsk[]> {
  const { t } = reader;
  const standing = and(eq(t.ask.personId, personId), isNull(t.ask.withdrawnAt));
  const waiting = await known(reader)
    .where(and(standing, isNull(t.ask.answer)))
    .orderBy(asc(t.ask.createdAt), asc(t.ask.id));
  const answered = await known(reader)
    .where(and(standing, isNotNull(t.ask.answer)))
    .orderBy(desc(t.ask.answeredAt), asc(t.ask.id))
    .limit(answeredShown);
  return whole([...waiting, ...answered]);
}

export async function askById(reader: Reader, id: string): Promise<KnownAsk | null> {
  return whole(await known(reader).where(eq(reader.t.ask.id, id)))[0] ?? null;
}

export async function asksById(reader: Reader, ids: readonly string[]): Promise<KnownAsk[]> {
  const { t } = reader;
  return whole(
    await known(reader)
      .where(inArray(t.ask.id, [...ids]))
      .orderBy(asc(t.ask.createdAt), asc(t.ask.id)),
  );
}

/** Adds an ask. @returns false when there is one by this id already */
export async function addAsk({ sql, t }: Tx, row: AskRow): Promise<boolean> {
  return (await sql.insert(t.ask).values(row).onConflictDoNothing().returning({ id: t.ask.id })).length > 0;
}

export interface Answered {
  readonly answer: AskAnswer;
  readonly answerLine: string;
  readonly by: string | null;
  readonly office: string;
  readonly answeredAt: Date;
}

/** `first`: only while nobody has answered, as by the link of a letter. */
interface Way {
  readonly first: boolean;
}

/** The asked person answers, or answers differently, while the ask stands. @returns whether this says anything new */
export async function answerAsk(tx: Tx, { id, personId, first }: Way & { id: string; personId: string }, said: Answered): Promise<boolean> {
  const { sql, t } = tx;
  const news = or(
    isNull(t.ask.answer),
    ne(t.ask.answer, said.answer),
    ne(t.ask.answerLine, said.answerLine),
    ne(t.ask.office, said.office),
    ne(text`coalesce(${t.ask.by}, '')`, said.by ?? ''),
  );
  const rows = await sql
    .update(t.ask)
    .set({ ...said, turnSince: said.answeredAt, ...noStep })
    .where(and(standsWith(tx, id, personId), first ? isNull(t.ask.answer) : news))
    .returning({ id: t.ask.id });
  return rows.length > 0;
}

/** From now on the ask waits for somebody else. @returns whether it stood with this person until now */
export async function handOver(tx: Tx, { id, personId }: { id: string; personId: string }, toPersonId: string, at: Date): Promise<boolean> {
  const { sql, t } = tx;
  const rows = await sql
    .update(t.ask)
    .set({ personId: toPersonId, turnSince: at, ...unanswered, ...noStep })
    .where(standsWith(tx, id, personId))
    .returning({ id: t.ask.id });
  return rows.length > 0;
}

/** The team has told more: it waits for the person again. @returns whether it had waited for the team */
export async function waitAgain({ sql, t }: Tx, id: string, at: Date): Promise<boolean> {
  const rows = await sql
    .update(t.ask)
    .set({ turnSince: at, ...unanswered })
    .where(and(eq(t.ask.id, id), eq(t.ask.answer, 'tell-more'), isNull(t.ask.withdrawnAt)))
    .returning({ id: t.ask.id });
  return rows.length > 0;
}

/** Takes an ask back. @returns whether it stood until now */
export async function withdrawAsk({ sql, t }: Tx, id: string, withdrawnAt: Date): Promise<boolean> {
  const standing = and(eq(t.ask.id, id), isNull(t.ask.withdrawnAt));
  return (
    (
      await sql
        .update(t.ask)
        .set({ withdrawnAt, ...noStep })
        .where(standing)
        .returning({ id: t.ask.id })
    ).length > 0
  );
}

const unanswered = { answer: null, answerLine: '', by: null, office: '', answeredAt: null } as const;

/** What a row holds when no step is announced. */
export const noStep = { stepId: null, stepTo: null, stepBy: null, stepReason: null, stepDueAt: null } as const;

/** A row of an ask that has just been put. */
export function freshAsk(
  put: Pick<AskRow, 'id' | 'initiativeId' | 'elementId' | 'personId' | 'level' | 'askedBy' | 'message' | 'createdAt'>,
): AskRow {
  return { ...put, blockerKind: null, turnSince: null, withdrawnAt: null, ...unanswered, ...noStep };
}

function standsWith({ t }: Pick<Reader, 't'>, id: string, personId: string) {
  return and(eq(t.ask.id, id), eq(t.ask.personId, personId), isNull(t.ask.withdrawnAt));
}

function known({ sql, t }: Reader) {
  return sql
    .select({ row: t.ask, title: t.initiative.title, blocker: t.boardElement.title })
    .from(t.ask)
    .innerJoin(t.initiative, eq(t.initiative.id, t.ask.initiativeId))
    .leftJoin(t.boardElement, and(eq(t.boardElement.boardId, t.ask.initiativeId), eq(t.boardElement.elementId, t.ask.elementId)))
    .$dynamic();
}

function whole(rows: readonly { row: AskRow; title: string; blocker: string | null }[]): KnownAsk[] {
  return rows.map(({ row, title, blocker }) => ({ ...row, title, blocker: blocker ?? '' }));
}

/** Rows of asks, and the people and blockers they are about. */
import { and, asc, desc, eq, isNotNull, isNull, ne, or, sql as text } from 'drizzle-orm';
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

/** Adds an ask. @returns false when there is one by this id already */
export async function addAsk({ sql, t }: Tx, row: AskRow): Promise<boolean> {
  return (await sql.insert(t.ask).values(row).onConflictDoNothing().returning({ id: t.ask.id })).length > 0;
}

export interface Answered {
  readonly answer: AskAnswer;
  readonly answerLine: string;
  readonly by: string | null;
  readonly answeredAt: Date;
}

/** The asked person answers, or answers differently, while the ask stands. @returns whether this says anything new */
export async function answerAsk({ sql, t }: Tx, id: string, personId: string, said: Answered): Promise<boolean> {
  const standing = and(eq(t.ask.id, id), eq(t.ask.personId, personId), isNull(t.ask.withdrawnAt));
  const news = or(
    isNull(t.ask.answer),
    ne(t.ask.answer, said.answer),
    ne(t.ask.answerLine, said.answerLine),
    ne(text`coalesce(${t.ask.by}, '')`, said.by ?? ''),
  );
  return (
    (
      await sql
        .update(t.ask)
        .set({ ...said })
        .where(and(standing, news))
        .returning({ id: t.ask.id })
    ).length > 0
  );
}

/** Takes an ask back. @returns whether it stood until now */
export async function withdrawAsk({ sql, t }: Tx, id: string, withdrawnAt: Date): Promise<boolean> {
  const standing = and(eq(t.ask.id, id), isNull(t.ask.withdrawnAt));
  return (await sql.update(t.ask).set({ withdrawnAt }).where(standing).returning({ id: t.ask.id })).length > 0;
}

/** Whether there is such a person, and whether they have an account that an ask can reach. */
export async function reachOf({ sql, t }: Reader, personId: string): Promise<'account' | 'guest' | null> {
  const [row] = await sql.select({ standing: t.person.standing }).from(t.person).where(eq(t.person.id, personId));
  if (row === undefined) return null;
  return row.standing === 'guest' ? 'guest' : 'account';
}

export interface FreedRow {
  readonly initiativeId: string;
  readonly initiative: string;
  readonly elementId: string;
  readonly title: string;
  readonly kind: string;
  readonly how: string;
}

/** Freed blockers that say how, the latest first; of one kind when given, holding every word given; 30 at most. */
export async function freedBlockers({ sql, t }: Reader, { kind, words }: { kind: string; words: readonly string[] }): Promise<FreedRow[]> {
  const field = (name: string) => text<string>`coalesce(${t.boardElement.fields} ->> ${text.raw(`'${name}'`)}, '')`;
  const told = text`lower(${t.boardElement.title} || ' ' || ${field('how')} || ' ' || ${field('whatWouldFreeUs')})`;
  const holding = words.map((word) => text`${told} like ${`%${word.toLowerCase().replaceAll(/[\\%_]/g, '')}%`}`);
  const freed = and(eq(t.boardElement.kind, 'blocker'), eq(t.boardElement.state, 'freed'), isNull(t.boardElement.archivedAt), ne(field('how'), ''));
  return sql
    .select({
      initiativeId: t.initiative.id,
      initiative: t.initiative.title,
      elementId: t.boardElement.elementId,
      title: t.boardElement.title,
      kind: field('blockerKind'),
      how: field('how'),
    })
    .from(t.boardElement)
    .innerJoin(t.initiative, eq(t.initiative.id, t.boardElement.boardId))
    .where(and(freed, kind === '' ? undefined : eq(field('blockerKind'), kind), ...holding))
    .orderBy(desc(t.boardElement.changedAt), asc(t.boardElement.elementId))
    .limit(30);
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

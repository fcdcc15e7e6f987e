/** Rows of letters on their way. */
import { and, asc, eq, inArray, isNotNull, isNull, lt, lte, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../db/db.ts';
import type { LetterKind } from './letter-kind.ts';

export type LetterRow = Reader['t']['letter']['$inferSelect'];
export type NewLetter = Pick<LetterRow, 'id' | 'kind' | 'personId' | 'noticeId' | 'secretAddress' | 'words' | 'createdAt'> &
  Partial<Pick<LetterRow, 'since' | 'because' | 'deviceId'>>;

/** Letters to be sent as soon as this has been committed; one whose id is there already is that letter. */
export async function addLetters({ sql, t }: Tx, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const fresh = { attempts: 0, takenBy: null, sentAt: null, gaveUpAt: null };
  const rows = letters.map((letter) => ({ since: null, because: null, deviceId: null, ...letter, ...fresh, dueAt: letter.createdAt }));
  await sql.insert(t.letter).values(rows).onConflictDoNothing({ target: t.letter.id });
}

export async function isLetterDue({ sql, t }: Reader, kinds: readonly LetterKind[], now: Date): Promise<boolean> {
  const due = and(lte(t.letter.dueAt, now), inArray(t.letter.kind, [...kinds]));
  return (await sql.select({ id: t.letter.id }).from(t.letter).where(due).limit(1)).length > 0;
}

interface Taking {
  readonly kinds: readonly LetterKind[];
  readonly now: Date;
  readonly leaseEnds: Date;
  readonly by: string;
}

/** Takes the next letter of these kinds to send, digests last. Until `leaseEnds` nobody else can take it; two who ask at once never take the same. */
export async function takeLetter({ sql, t }: Tx, { kinds, now, leaseEnds, by }: Taking): Promise<LetterRow | null> {
  const due = and(lte(t.letter.dueAt, now), inArray(t.letter.kind, [...kinds]));
  const next = sql
    .select({ id: t.letter.id })
    .from(t.letter)
    .where(due)
    .orderBy(text`case when ${t.letter.kind} = 'digest' then 1 else 0 end`, asc(t.letter.dueAt), asc(t.letter.id))
    .limit(1);
  const [taken] = await sql
    .update(t.letter)
    .set({ dueAt: leaseEnds, takenBy: by, attempts: text`${t.letter.attempts} + 1` })
    .where(and(eq(t.letter.id, next), due))
    .returning();
  return taken ?? null;
}

/** What a letter said that was for one reader alone goes with it. */
const over = { dueAt: null, takenBy: null, secretAddress: null, words: null };

/** It has gone. @returns false when the lease had been lost meanwhile */
export async function letterSent({ sql, t }: Tx, id: string, by: string, sentAt: Date): Promise<boolean> {
  const mine = and(eq(t.letter.id, id), eq(t.letter.takenBy, by), isNull(t.letter.sentAt));
  return (
    (
      await sql
        .update(t.letter)
        .set({ ...over, sentAt })
        .where(mine)
        .returning({ id: t.letter.id })
    ).length > 0
  );
}

/** It will not go: there is nobody to read it any more, or every try failed. */
export async function letterGivenUp({ sql, t }: Tx, id: string, by: string, gaveUpAt: Date): Promise<void> {
  await sql
    .update(t.letter)
    .set({ ...over, gaveUpAt })
    .where(and(eq(t.letter.id, id), eq(t.letter.takenBy, by)));
}

export async function letterLater({ sql, t }: Tx, id: string, by: string, dueAt: Date): Promise<void> {
  await sql
    .update(t.letter)
    .set({ dueAt, takenBy: null })
    .where(and(eq(t.letter.id, id), eq(t.letter.takenBy, by)));
}

/** Letters a process held when it ended are due again; only where no other process can hold any. */
export async function letGo({ sql, t }: Tx, now: Date): Promise<void> {
  await sql.update(t.letter).set({ dueAt: now, takenBy: null }).where(isNotNull(t.letter.takenBy));
}

/** Rows of letters that went or were given up long ago. */
export async function forgetLetters({ sql, t }: Tx, before: Date): Promise<void> {
  await sql.delete(t.letter).where(and(isNull(t.letter.dueAt), lt(t.letter.createdAt, before)));
}

/** Rows of letters on their way. */
import type { Reader, Tx } from '../db/db.ts';

export type LetterRow = Reader['t']['letter']['$inferSelect'];
export type NewLetter = Pick<LetterRow, 'id' | 'kind' | 'personId' | 'noticeId' | 'secretAddress' | 'words' | 'createdAt'>;

/** Letters to be sent as soon as this has been committed. */
export async function addLetters({ sql, t }: Tx, letters: readonly NewLetter[]): Promise<void> {
  if (letters.length === 0) return;
  const fresh = { attempts: 0, takenBy: null, sentAt: null, gaveUpAt: null };
  await sql.insert(t.letter).values(letters.map((letter) => ({ ...letter, ...fresh, dueAt: letter.createdAt })));
}

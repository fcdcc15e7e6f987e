/** Rows of kindlings and replies. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Sentence } from '#shared/features/sparks/model.ts';
import type { Reader, Tx } from '../../../db/db.ts';

export type KindlingRow = Reader['t']['kindling']['$inferSelect'];
export type CommentRow = Reader['t']['sparkComment']['$inferSelect'];

/** Says a sentence, or changes what was said beside it. @returns whether it is new */
export async function putKindling({ sql, t }: Tx, row: KindlingRow): Promise<boolean> {
  const { kindling } = t;
  const added = await sql.insert(kindling).values(row).onConflictDoNothing().returning({ sparkId: kindling.sparkId });
  if (added.length > 0) return true;
  await sql
    .update(kindling)
    .set({ line: row.line, amount: row.amount, perspectives: row.perspectives })
    .where(and(eq(kindling.sparkId, row.sparkId), eq(kindling.personId, row.personId), eq(kindling.sentence, row.sentence)));
  return false;
}

/** @returns whether it was there */
export async function removeKindling({ sql, t }: Tx, sparkId: string, personId: string, sentence: Sentence): Promise<boolean> {
  const removed = await sql
    .delete(t.kindling)
    .where(and(eq(t.kindling.sparkId, sparkId), eq(t.kindling.personId, personId), eq(t.kindling.sentence, sentence)))
    .returning({ sparkId: t.kindling.sparkId });
  return removed.length > 0;
}

export async function kindlingsOf({ sql, t }: Reader, sparkId: string): Promise<KindlingRow[]> {
  return sql.select().from(t.kindling).where(eq(t.kindling.sparkId, sparkId)).orderBy(asc(t.kindling.createdAt), asc(t.kindling.personId));
}

/** Those of these ids that are people's, each once. */
export async function knownAmong({ sql, t }: Reader, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  return (
    await sql
      .select({ id: t.person.id })
      .from(t.person)
      .where(inArray(t.person.id, [...personIds]))
  ).map((row) => row.id);
}

/** @returns whether it is new */
export async function addComment({ sql, t }: Tx, row: CommentRow): Promise<boolean> {
  return (
    (await sql.insert(t.sparkComment).values(row).onConflictDoNothing({ target: t.sparkComment.id }).returning({ id: t.sparkComment.id })).length > 0
  );
}

export async function commentById({ sql, t }: Reader, id: string): Promise<CommentRow | null> {
  const [row] = await sql.select().from(t.sparkComment).where(eq(t.sparkComment.id, id));
  return row ?? null;
}

/** @returns whether it was there to be withdrawn */
export async function withdrawComment({ sql, t }: Tx, id: string, at: Date): Promise<boolean> {
  const changed = await sql
    .update(t.sparkComment)
    .set({ withdrawnAt: at })
    .where(and(eq(t.sparkComment.id, id), isNull(t.sparkComment.withdrawnAt)))
    .returning({ id: t.sparkComment.id });
  return changed.length > 0;
}

export async function commentsOf({ sql, t }: Reader, sparkId: string): Promise<CommentRow[]> {
  return sql.select().from(t.sparkComment).where(eq(t.sparkComment.sparkId, sparkId)).orderBy(asc(t.sparkComment.createdAt), asc(t.sparkComment.id));
}

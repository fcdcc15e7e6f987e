/** Freed blockers: how others got past one. */
import { and, asc, desc, eq, isNull, ne, sql as text } from 'drizzle-orm';
import type { Reader } from '../../../db/db.ts';

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

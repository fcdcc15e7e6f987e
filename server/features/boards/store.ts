/** Rows about a board outside its live document: what happened, and up to where somebody has looked. */
import { and, desc, eq, gt, isNull, lt, ne, or, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../../db/db.ts';

export type InitiativeRow = Reader['t']['initiative']['$inferSelect'];
export type ActivityRow = Reader['t']['activity']['$inferSelect'];
/** A row of activity, with the title the card it is about has now (null: it is about no card). */
export type KnownActivity = ActivityRow & { readonly titleNow: string | null };
export type LookRow = Reader['t']['look']['$inferSelect'];

/** Newest first; `before` is the id the page before ended with. */
export async function activityOf(
  reader: Reader,
  initiativeId: string,
  { before, limit }: { before: number | null; limit: number },
): Promise<KnownActivity[]> {
  const { t } = reader;
  const rows = await known(reader)
    .where(and(eq(t.activity.initiativeId, initiativeId), before === null ? undefined : lt(t.activity.id, before)))
    .orderBy(desc(t.activity.id))
    .limit(limit);
  return whole(rows);
}

/** What others did after a row of activity, newest first. What nobody in particular did counts as others'. */
export async function movedAfter(
  reader: Reader,
  { initiativeId, personId, activityId, limit }: { initiativeId: string; personId: string; activityId: number; limit: number },
): Promise<KnownActivity[]> {
  const { t } = reader;
  const others = or(isNull(t.activity.personId), ne(t.activity.personId, personId));
  const rows = await known(reader)
    .where(and(eq(t.activity.initiativeId, initiativeId), gt(t.activity.id, activityId), others))
    .orderBy(desc(t.activity.id))
    .limit(limit);
  return whole(rows);
}

export async function lookOf({ sql, t }: Reader, initiativeId: string, personId: string): Promise<LookRow | null> {
  const [row] = await sql
    .select()
    .from(t.look)
    .where(and(eq(t.look.initiativeId, initiativeId), eq(t.look.personId, personId)));
  return row ?? null;
}

/** Somebody has looked up to a row of activity. A slower page of theirs does not take them back. */
export async function putLook({ sql, t }: Tx, row: LookRow): Promise<void> {
  const { at, activityId } = row;
  await sql
    .insert(t.look)
    .values(row)
    .onConflictDoUpdate({
      target: [t.look.personId, t.look.initiativeId],
      set: { at, activityId },
      setWhere: text`${t.look.activityId} <= ${activityId}`,
    });
}

function known({ sql, t }: Reader) {
  return sql
    .select({ row: t.activity, titleNow: t.boardElement.title })
    .from(t.activity)
    .leftJoin(t.boardElement, and(eq(t.boardElement.boardId, t.activity.initiativeId), eq(t.boardElement.elementId, t.activity.elementId)))
    .$dynamic();
}

function whole(rows: readonly { row: ActivityRow; titleNow: string | null }[]): KnownActivity[] {
  return rows.map(({ row, titleNow }) => ({ ...row, titleNow }));
}

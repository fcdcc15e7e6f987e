/** Rows of boards: the log, snapshots, client ids, the projection. */
import { and, asc, desc, eq, gt, inArray, isNull, lte, max, sql as text } from 'drizzle-orm';
import type { Reader, Tx } from '../db/db.ts';
import { keptInsert, keptUpdate, slot } from '../db/kept-sql.ts';

export type BoardRow = Reader['t']['board']['$inferSelect'];
export type UpdateRow = Reader['t']['boardUpdate']['$inferSelect'];
export type SnapshotRow = Reader['t']['boardSnapshot']['$inferSelect'];
export type ElementRow = Reader['t']['boardElement']['$inferSelect'];
export type ClientRow = Reader['t']['boardClient']['$inferSelect'];

type Put<Row> = (tx: Tx, rows: readonly Row[]) => Promise<void>;

export async function boardRow({ sql, t }: Reader, boardId: string): Promise<BoardRow | null> {
  const [row] = await sql.select().from(t.board).where(eq(t.board.id, boardId));
  return row ?? null;
}

export async function addBoard({ sql, t }: Tx, row: BoardRow): Promise<void> {
  await sql.insert(t.board).values(row);
}

/** Appends to the log; the primary key refuses a second writer. */
export const appendUpdates: Put<UpdateRow> = keptInsert(
  (t) => t.boardUpdate,
  ({ sql, t }, rows) => sql.insert(t.boardUpdate).values(rows),
);

const moveEndKept = keptUpdate<{ boardId: string; epoch: number; seq: number }>(({ sql, t }) =>
  sql
    .update(t.board)
    .set({ seq: slot('seq') })
    .where(and(eq(t.board.id, slot('boardId')), eq(t.board.epoch, slot('epoch')))),
);

/** The log's end moves to `seq`. @returns false when the board's epoch is no longer this one */
export async function moveEnd(tx: Tx, boardId: string, epoch: number, seq: number): Promise<boolean> {
  return (await moveEndKept(tx, { boardId, epoch, seq })) === 1;
}

export async function updatesAfter({ sql, t }: Reader, boardId: string, seq: number): Promise<UpdateRow[]> {
  return sql
    .select()
    .from(t.boardUpdate)
    .where(and(eq(t.boardUpdate.boardId, boardId), gt(t.boardUpdate.seq, seq)))
    .orderBy(asc(t.boardUpdate.seq));
}

export async function latestSnapshot({ sql, t }: Reader, boardId: string): Promise<SnapshotRow | null> {
  const [row] = await sql.select().from(t.boardSnapshot).where(eq(t.boardSnapshot.boardId, boardId)).orderBy(desc(t.boardSnapshot.seq)).limit(1);
  return row ?? null;
}

/** Snapshots of a board without their bytes, newest first. */
export async function snapshotsOf({ sql, t }: Reader, boardId: string): Promise<{ seq: number; epoch: number; createdAt: Date }[]> {
  return sql
    .select({ seq: t.boardSnapshot.seq, epoch: t.boardSnapshot.epoch, createdAt: t.boardSnapshot.createdAt })
    .from(t.boardSnapshot)
    .where(eq(t.boardSnapshot.boardId, boardId))
    .orderBy(desc(t.boardSnapshot.seq));
}

export async function snapshotAt({ sql, t }: Reader, boardId: string, seq: number): Promise<SnapshotRow | null> {
  const [row] = await sql
    .select()
    .from(t.boardSnapshot)
    .where(and(eq(t.boardSnapshot.boardId, boardId), eq(t.boardSnapshot.seq, seq)));
  return row ?? null;
}

export async function dropSnapshots({ sql, t }: Tx, boardId: string, seqs: readonly number[]): Promise<void> {
  if (seqs.length > 0) await sql.delete(t.boardSnapshot).where(and(eq(t.boardSnapshot.boardId, boardId), inArray(t.boardSnapshot.seq, [...seqs])));
}

/** The board takes a new epoch, if it is still where it was. @returns whether it was */
export async function newEpoch(
  { sql, t }: Tx,
  boardId: string,
  from: { epoch: number; seq: number },
  to: { epoch: number; seq: number },
): Promise<boolean> {
  const moved = await sql
    .update(t.board)
    .set(to)
    .where(and(eq(t.board.id, boardId), eq(t.board.epoch, from.epoch), eq(t.board.seq, from.seq)))
    .returning({ id: t.board.id });
  return moved.length === 1;
}

/** The rows of a board's elements become these and no others. */
export async function replaceElements(tx: Tx, boardId: string, rows: readonly ElementRow[]): Promise<void> {
  await tx.sql.delete(tx.t.boardElement).where(eq(tx.t.boardElement.boardId, boardId));
  await putElements(tx, rows);
}

/** Keeps a snapshot and lets go of the log rows it holds. */
export async function keepSnapshot({ sql, t }: Tx, row: SnapshotRow): Promise<void> {
  await sql.insert(t.boardSnapshot).values(row).onConflictDoNothing();
  await sql
    .delete(t.boardUpdate)
    .where(and(eq(t.boardUpdate.boardId, row.boardId), lte(t.boardUpdate.seq, row.seq), isNull(t.boardUpdate.quarantinedAt)));
}

export async function quarantine({ sql, t }: Tx, boardId: string, seq: number, at: Date): Promise<void> {
  await sql
    .update(t.boardUpdate)
    .set({ quarantinedAt: at })
    .where(and(eq(t.boardUpdate.boardId, boardId), eq(t.boardUpdate.seq, seq)));
}

export async function clientsOf({ sql, t }: Reader, boardId: string): Promise<ClientRow[]> {
  return sql.select().from(t.boardClient).where(eq(t.boardClient.boardId, boardId));
}

export const bindClients: Put<ClientRow> = keptInsert(
  (t) => t.boardClient,
  ({ sql, t }, rows) => sql.insert(t.boardClient).values(rows),
);

/** Element rows as the board now reads; who added one stays as it was. */
export const putElements: Put<ElementRow> = keptInsert(
  (t) => t.boardElement,
  ({ sql, t }, rows) => {
    const now = (column: string) => text.raw(`excluded.${column}`);
    return sql
      .insert(t.boardElement)
      .values(rows)
      .onConflictDoUpdate({
        target: [t.boardElement.boardId, t.boardElement.elementId],
        set: {
          state: now('state'),
          title: now('title'),
          position: now('position'),
          fields: now('fields'),
          changedBy: now('changed_by'),
          changedAt: now('changed_at'),
          archivedAt: now('archived_at'),
        },
      });
  },
);

export async function elementsOf({ sql, t }: Reader, boardId: string): Promise<ElementRow[]> {
  return sql
    .select()
    .from(t.boardElement)
    .where(eq(t.boardElement.boardId, boardId))
    .orderBy(asc(t.boardElement.position), asc(t.boardElement.elementId));
}

/** One element's row, or null when the board has none by this id. */
export async function elementRow({ sql, t }: Reader, boardId: string, elementId: string): Promise<ElementRow | null> {
  const [row] = await sql
    .select()
    .from(t.boardElement)
    .where(and(eq(t.boardElement.boardId, boardId), eq(t.boardElement.elementId, elementId)));
  return row ?? null;
}

/** The initiative takes the purpose its board now has. */
export async function putPurpose({ sql, t }: Tx, boardId: string, purpose: string, purposeHash: string, at: Date): Promise<void> {
  await sql.update(t.initiative).set({ purpose, purposeHash, movedAt: at }).where(eq(t.initiative.id, boardId));
}

export async function touchInitiative({ sql, t }: Tx, boardId: string, at: Date): Promise<void> {
  await sql.update(t.initiative).set({ movedAt: at }).where(eq(t.initiative.id, boardId));
}

/** The highest activity id of an initiative, 0 without any. */
export async function lastActivity({ sql, t }: Reader, initiativeId: string): Promise<number> {
  const [row] = await sql
    .select({ last: max(t.activity.id) })
    .from(t.activity)
    .where(eq(t.activity.initiativeId, initiativeId));
  return Number(row?.last ?? 0);
}

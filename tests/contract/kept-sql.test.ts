import { and, asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appendUpdates, moveEnd, putElements, type ElementRow, type UpdateRow } from '#server/boards/store.ts';
import { keptInsert, keptUpdate, slot } from '#server/db/kept-sql.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const at = new Date('2027-06-12T08:09:10.123Z');

onBothDatabases('SQL that is built once', (database) => {
  const rowsOf = async (boardId: string): Promise<UpdateRow[]> => {
    const { sql, t } = database();
    return sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId)).orderBy(asc(t.boardUpdate.seq));
  };
  const update = (boardId: string, seq: number): UpdateRow => ({
    boardId,
    seq,
    epoch: 1,
    personId: seq % 2 === 0 ? null : 'someone',
    bytes: new Uint8Array([0, 255, seq & 0xff]).subarray(0, 1 + (seq % 3)),
    createdAt: new Date(at.getTime() + seq),
    quarantinedAt: seq % 5 === 0 ? at : null,
  });

  test('[DB7] gives back what went in, null among it', async () => {
    const boardId = newId();
    const rows = Array.from({ length: 7 }, (_, n) => update(boardId, n));
    await database().transact((tx) => appendUpdates(tx, rows));
    expect(await rowsOf(boardId)).toEqual(rows);
  });

  test('takes more rows in one commit than one statement could', async () => {
    const boardId = newId();
    const rows = Array.from({ length: 5003 }, (_, n) => update(boardId, n));
    await database().transact((tx) => appendUpdates(tx, rows));
    expect(await rowsOf(boardId)).toEqual(rows);
  }, 30_000);

  test('puts a row in the place of the one that is there, and leaves who added it', async () => {
    const boardId = newId();
    const element = (by: string, title: string): ElementRow => {
      const who = { addedBy: by, addedAt: at, changedBy: by, changedAt: at };
      return { boardId, elementId: 'card-1', kind: 'story', state: 'told', title, position: 'a', fields: { title }, archivedAt: null, ...who };
    };
    await database().transact((tx) => putElements(tx, [element('first', 'Before')]));
    await database().transact((tx) => putElements(tx, [element('second', 'After')]));
    const { sql, t } = database();
    const kept = await sql
      .select()
      .from(t.boardElement)
      .where(and(eq(t.boardElement.boardId, boardId)));
    expect(kept).toEqual([{ ...element('second', 'After'), addedBy: 'first' }]);
  });

  test('says how many rows an update changed', async () => {
    const id = newId();
    await database().transact(({ sql, t }) =>
      sql
        .insert(t.board)
        .values({ id, epoch: 3, seq: 1, createdAt: at })
        .then(() => undefined),
    );
    expect(await database().transact((tx) => moveEnd(tx, id, 3, 9))).toBe(true);
    expect(await database().transact((tx) => moveEnd(tx, id, 2, 10))).toBe(false);
    const { sql, t } = database();
    expect(await sql.select({ seq: t.board.seq }).from(t.board).where(eq(t.board.id, id))).toEqual([{ seq: 9 }]);
  });

  test('[DB3] throws after the end of its transaction', async () => {
    const tx = await database().transact(async (mine) => mine);
    await expect(appendUpdates(tx, [update(newId(), 1)])).rejects.toThrow(/after/);
  });

  test('refuses a row that leaves out a column, and a statement with a value of its own', async () => {
    const short = keptInsert(
      (t) => t.site,
      ({ sql, t }, rows) => sql.insert(t.site).values(rows),
    );
    await expect(database().transact((tx) => short(tx, [{ id: newId(), name: 'Ward 4', position: 0 }]))).rejects.toThrow(/column/);
    const fixed = keptUpdate<{ id: string }>(({ sql, t }) =>
      sql
        .update(t.board)
        .set({ seq: 4 })
        .where(eq(t.board.id, slot('id'))),
    );
    await expect(database().transact((tx) => fixed(tx, { id: newId() }))).rejects.toThrow(/value of its own/);
  });
});

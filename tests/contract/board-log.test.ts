import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { describeDoc } from '#server/boards/gate/structure.ts';
import { storedBoard } from '#server/boards/load-board.ts';
import { boardShape } from '#server/boards/shape.ts';
import { addElement, endPosition, setText } from '#shared/board/board-doc.ts';
import { boardRoots, cardMap } from '#shared/board/layout.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

import { aBoardOn, addCard, boardsOn, titles } from '#tests/helpers/board-log.ts';

/** An update with the card of a document, but for one field it never had. */
function withoutField(doc: Y.Doc, id: string, field: string): Uint8Array {
  const bare = new Y.Doc();
  const card = new Y.Map<unknown>();
  for (const [key, value] of cardMap(doc, id)?.entries() ?? [])
    if (key !== field) card.set(key, value instanceof Y.Text ? new Y.Text(value.toString()) : value);
  boardRoots(bare).elements.set(id, card);
  return Y.encodeStateAsUpdate(bare);
}

onBothDatabases('the log of boards', (database) => {
  test('[B21] what is durable is there for another process, letter for letter', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    expect(await boards.edit(boardId, personId, addCard('No lift'))).toBe(2);
    expect(await boards.edit(boardId, personId, addCard('No key'))).toBe(3);
    const held = await boards.hold(boardId);
    const here = await held.room.look(describeDoc);
    const other = await boardsOn(database()).hold(boardId);
    expect(await other.room.look(describeDoc)).toBe(here);
  });

  test('[B32] a long log folds into a snapshot, and the board reads the same from it', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    const id = newId();
    await boards.edit(boardId, personId, (doc) => addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title: 'No lift' } }));
    for (let n = 0; n < 40; n++) await boards.edit(boardId, personId, (doc) => setText(doc, id, 'whoCould', `try ${n}`));
    const held = await boards.hold(boardId);
    const here = await held.room.look(describeDoc);
    held.release();
    await boards.close();
    const { sql, t } = database();
    expect(await sql.select({ seq: t.boardUpdate.seq }).from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId))).toEqual([]);
    expect(await sql.select({ seq: t.boardSnapshot.seq }).from(t.boardSnapshot).where(eq(t.boardSnapshot.boardId, boardId))).toEqual([{ seq: 42 }]);
    const again = boardsOn(database());
    const opened = await again.hold(boardId);
    expect(await opened.room.look(describeDoc)).toBe(here);
    expect(await again.edit(boardId, personId, addCard('After the snapshot'))).toBe(43);
  });

  test('[B43] a board that is only read is sent byte for byte as it is stored; the first edit builds its document', async () => {
    const before = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), before);
    await before.edit(boardId, personId, addCard('One'));
    await before.close();
    const { sql, t } = database();
    const [stored] = await sql.select().from(t.boardSnapshot).where(eq(t.boardSnapshot.boardId, boardId));
    const boards = boardsOn(database());
    const { room } = await boards.hold(boardId);
    const nothing = new Uint8Array([0]);
    const view = await room.view(null, nothing);
    expect(view).toEqual({ epoch: 1, seq: 2, update: stored?.state, stateVector: stored?.stateVector });
    await boards.edit(boardId, personId, addCard('Two'));
    const doc = new Y.Doc();
    Y.applyUpdate(doc, view.update);
    const lacking = await room.view(1, view.stateVector);
    expect(lacking.update.length).toBeLessThan(view.update.length);
    Y.applyUpdate(doc, lacking.update);
    const all = await room.view(null, nothing);
    expect(Buffer.from(all.update).equals(Buffer.from(Y.encodeStateAsUpdate(doc)))).toBe(true);
    expect(listElements(doc).elements.map((element) => element.values.title)).toEqual(['One', 'Two']);
  });

  test('[B43] a stored board of another shape, or with anything after its snapshot, is loaded and not just sent', async () => {
    const before = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), before);
    await before.edit(boardId, personId, addCard('One'));
    await before.close();
    await database().transact(
      async ({ sql, t }) => void (await sql.update(t.boardSnapshot).set({ shape: 'older' }).where(eq(t.boardSnapshot.boardId, boardId))),
    );
    expect(await storedBoard(database(), boardId)).toBeNull();
    await boardsOn(database()).edit(boardId, personId, addCard('Two'));
    await database().transact(
      async ({ sql, t }) => void (await sql.update(t.boardSnapshot).set({ shape: boardShape }).where(eq(t.boardSnapshot.boardId, boardId))),
    );
    expect(await storedBoard(database(), boardId)).toBeNull();
    expect((await titles(boardsOn(database()), boardId)).sort()).toEqual(['One', 'Two']);
  });

  test('[B30] a row that does not load is set aside: the board opens with what came before, for reading only', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    for (const title of ['One', 'Two', 'Three']) await boards.edit(boardId, personId, addCard(title));
    await database().transact(
      async ({ sql, t }) =>
        void (await sql
          .update(t.boardUpdate)
          .set({ bytes: new Uint8Array([1, 2, 3]) })
          .where(and(eq(t.boardUpdate.boardId, boardId), eq(t.boardUpdate.seq, 3)))),
    );
    for (const time of ['first', 'second']) {
      const opened = boardsOn(database());
      expect(await titles(opened, boardId), time).toEqual(['One']);
      await expect(opened.edit(boardId, personId, addCard('Four'))).rejects.toMatchObject({
        code: 'unavailable',
        body: { reason: 'problem.board-damaged' },
      });
    }
    const { sql, t } = database();
    const rows = await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId)).orderBy(t.boardUpdate.seq);
    expect(rows.map((row) => row.quarantinedAt !== null)).toEqual([false, false, true, false]);
  });

  test('[B30] a missing row is damage too, never a shorter board that takes edits', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    for (const title of ['One', 'Two']) await boards.edit(boardId, personId, addCard(title));
    await database().transact(
      async ({ sql, t }) => void (await sql.delete(t.boardUpdate).where(and(eq(t.boardUpdate.boardId, boardId), eq(t.boardUpdate.seq, 3)))),
    );
    const opened = boardsOn(database());
    await expect(opened.edit(boardId, personId, addCard('Three'))).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('[B30] a snapshot that does not read closes the board; it is never opened empty', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('One'));
    await boards.close();
    await database().transact(
      async ({ sql, t }) =>
        void (await sql
          .update(t.boardSnapshot)
          .set({ state: new Uint8Array([0, 0]) })
          .where(eq(t.boardSnapshot.boardId, boardId))),
    );
    await expect(boardsOn(database()).hold(boardId)).rejects.toMatchObject({ code: 'unavailable' });
  });

  test('[B17] a board of an older shape is brought up to date once, under nobody’s name', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    const id = newId();
    await boards.edit(boardId, personId, (doc) => addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title: 'No lift' } }));
    const { sql, t } = database();
    // As a version would have left it in which blockers had no "how" yet.
    const older = new Y.Doc();
    for (const row of await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId)).orderBy(t.boardUpdate.seq))
      Y.applyUpdate(older, row.bytes);
    const bytes = withoutField(older, id, 'how');
    await database().transact(async (tx) => {
      await tx.sql
        .update(tx.t.boardUpdate)
        .set({ bytes })
        .where(and(eq(tx.t.boardUpdate.boardId, boardId), eq(tx.t.boardUpdate.seq, 2)));
    });
    for (let time = 0; time < 2; time++) expect(await titles(boardsOn(database()), boardId)).toEqual(['No lift']);
    const log = await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId)).orderBy(t.boardUpdate.seq);
    expect(log.map((row) => row.personId)).toEqual([null, personId, null]);
    const opened = boardsOn(database());
    await opened.edit(boardId, personId, (doc) => setText(doc, id, 'how', 'We asked the porters.'));
  });

  test('[B36] an edit of an epoch that has passed is refused', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('One'));
    await database().transact(async ({ sql, t }) => void (await sql.update(t.board).set({ epoch: 2 }).where(eq(t.board.id, boardId))));
    await expect(boards.edit(boardId, personId, addCard('Two'))).rejects.toMatchObject({ code: 'conflict', body: { reason: 'problem.board-moved' } });
  });
});

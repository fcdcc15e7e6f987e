import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makeBus } from '#server/activity/bus.ts';
import type { Frame } from '#server/boards/accept-edit.ts';
import type { Boards } from '#server/boards/boards.ts';
import { describeDoc } from '#server/boards/gate/structure.ts';
import { storedBoard } from '#server/boards/load-board.ts';
import { makeBoards } from '#server/boards/make-boards.ts';
import type { Room } from '#server/boards/room.ts';
import { boardShape } from '#server/boards/shape.ts';
import type { Db } from '#server/db/db.ts';
import { noOutbox } from '#server/outbox/outbox.ts';
import { makeLog } from '#server/log/log.ts';
import { addElement, endPosition, setText } from '#shared/board/board-doc.ts';
import { boardRoots, cardMap } from '#shared/board/layout.ts';
import { listElements } from '#shared/board/read-board.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';
import { aPerson } from '#tests/helpers/an-initiative.ts';
import { noAudit } from '#tests/helpers/no-audit.ts';

const log = makeLog('silent');

function boardsOn(db: Db): Boards {
  return makeBoards({ db, log, clock: systemClock, newId, outbox: noOutbox, bus: makeBus(log), audit: noAudit, topics: { stale: () => undefined } });
}

async function aBoardOn(db: Db, boards: Boards): Promise<{ boardId: string; personId: string }> {
  const personId = await aPerson(db, 'Amina');
  const boardId = newId();
  const at = new Date();
  await db.transact(async (tx) => {
    const lit = {
      id: boardId,
      title: 'Shorter waits',
      purpose: 'x',
      purposeHash: 'x',
      forWhom: 'All',
      state: 'active' as const,
      label: null,
      litBy: personId,
    };
    await tx.sql.insert(tx.t.initiative).values({ ...lit, litAt: at, movedAt: at });
    await boards.create(tx, boardId, { purposeText: 'People wait one hour less.', elements: [] }, personId);
  });
  return { boardId, personId };
}

const addCard =
  (title: string) =>
  (doc: Y.Doc): void =>
    addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title } });

/** An update with the card of a document, but for one field it never had. */
function withoutField(doc: Y.Doc, id: string, field: string): Uint8Array {
  const bare = new Y.Doc();
  const card = new Y.Map<unknown>();
  for (const [key, value] of cardMap(doc, id)?.entries() ?? [])
    if (key !== field) card.set(key, value instanceof Y.Text ? new Y.Text(value.toString()) : value);
  boardRoots(bare).elements.set(id, card);
  return Y.encodeStateAsUpdate(bare);
}

/** An edit made on a page's own copy of the board. */
async function frameOf(room: Room, personId: string, change: (doc: Y.Doc) => void): Promise<Frame> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await room.look((live) => Y.encodeStateAsUpdate(live)));
  const before = Y.encodeStateVector(doc);
  change(doc);
  return { personId, update: Y.encodeStateAsUpdate(doc, before), mayEdit: true };
}

async function titles(boards: Boards, boardId: string): Promise<string[]> {
  const { room, release } = await boards.hold(boardId);
  const found = await room.look((doc) => listElements(doc).elements.map((element) => element.values.title));
  release();
  return found;
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

  test('[B22] a failed commit is told, leaves nothing behind, and the next edit goes through', async () => {
    let failures = 0;
    const flaky: Db = { ...database(), transact: (work) => (failures-- > 0 ? Promise.reject(new Error('disk full')) : database().transact(work)) };
    const boards = boardsOn(flaky);
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('Before'));
    failures = 3;
    const lost = await Promise.allSettled(['A', 'B', 'C'].map((title) => boards.edit(boardId, personId, addCard(title))));
    for (const one of lost)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'unavailable', body: { reason: 'problem.not-kept' } });
    expect(lost.some((one) => one.status === 'rejected')).toBe(true);
    failures = 0;
    await boards.edit(boardId, personId, addCard('After'));
    const kept = ['Before', ...['A', 'B', 'C'].filter((_, i) => lost[i]?.status === 'fulfilled'), 'After'];
    expect([...(await titles(boards, boardId))].sort()).toEqual([...kept].sort());
    expect((await titles(boardsOn(database()), boardId)).sort()).toEqual([...kept].sort());
  });

  test('[B21] where many read, edits wait for more and are kept and told as one; whoever opens the board or leaves it does not wait', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    const { room, release } = await boards.hold(boardId);
    const told: number[] = [];
    room.onCommitted(({ updates }) => told.push(updates.length));
    room.gatherFor(() => 50);
    const edits = [1, 2, 3].map((nth) => boards.edit(boardId, personId, addCard(`Card ${nth}`)));
    // Each reads the board before it writes, which lets go of what is held; the last waits for its time alone.
    expect(await Promise.all(edits)).toEqual([2, 3, 4]);
    const frames = await Promise.all([4, 5, 6].map((nth) => frameOf(room, personId, addCard(`Card ${nth}`))));
    told.length = 0;
    expect(await Promise.all(frames.map((frame) => room.edit(frame)))).toEqual([5, 6, 7]);
    expect(told).toEqual([3]);
    room.gatherFor(() => 3_600_000);
    const held = room.edit(await frameOf(room, personId, addCard('Card 7')));
    expect(await titles(boards, boardId)).toHaveLength(7);
    expect(await held).toBe(8);
    const last = room.edit(await frameOf(room, personId, addCard('Card 8')));
    release();
    await boards.close();
    expect(await last).toBe(9);
    expect(await titles(boardsOn(database()), boardId)).toHaveLength(8);
  });

  test('[B22] when a commit fails, what was still gathered behind it is refused too, and nothing of it is left', async () => {
    const db = database();
    let fails = false;
    const boards = boardsOn({
      ...db,
      transact: (work) => (fails ? Promise.reject(new Error('the disk is gone')) : db.transact(work)),
    });
    const { boardId, personId } = await aBoardOn(db, boards);
    const { room, release } = await boards.hold(boardId);
    const frames = await Promise.all([1, 2].map((nth) => frameOf(room, personId, addCard(`Card ${nth}`))));
    const [first, second] = frames;
    if (first === undefined || second === undefined) throw new Error('no frames');
    fails = true;
    let asked = 0;
    room.gatherFor(() => (asked++ === 0 ? 0 : 3_600_000));
    const [failing, gathered] = [room.edit(first), room.edit(second)];
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    await expect(gathered).rejects.toMatchObject({ code: 'unavailable' });
    fails = false;
    expect(await titles(boards, boardId)).toEqual([]);
    release();
    await boards.close();
  });

  test('[B33] two processes on one board: the log takes one of them, and the other starts from the log', async () => {
    const [one, two] = [boardsOn(database()), boardsOn(database())];
    const { boardId, personId } = await aBoardOn(database(), one);
    await one.edit(boardId, personId, addCard('One'));
    await two.edit(boardId, personId, addCard('Two'));
    await expect(one.edit(boardId, personId, addCard('Too late'))).rejects.toMatchObject({ code: 'unavailable' });
    await one.edit(boardId, personId, addCard('Three'));
    expect(await titles(one, boardId)).toEqual(['One', 'Two', 'Three']);
  });

  test('[B33] a board is read while others are written to without a pause', async () => {
    const boards = boardsOn(database());
    const [busy, quiet] = [await aBoardOn(database(), boards), await aBoardOn(database(), boards)];
    const id = newId();
    await boards.edit(busy.boardId, busy.personId, (doc) =>
      addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title: 'No lift' } }),
    );
    let going = true;
    const write = async (): Promise<void> => {
      while (going) await boards.edit(busy.boardId, busy.personId, (doc) => setText(doc, id, 'whoCould', newId()));
    };
    const writers = [write(), write(), write(), write()];
    for (let n = 0; n < 5; n++) expect(await titles(boards, quiet.boardId)).toEqual([]);
    going = false;
    await Promise.all(writers);
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

/** A board that has grown full goes on without its history: all of it or nothing, and nothing that stands on it changes. */
import { eq } from 'drizzle-orm';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Boards } from '#server/boards/boards.ts';
import { compact } from '#server/boards/compact.ts';
import { foldLog } from '#server/boards/beside/fold-log.ts';
import { perPerson } from '#server/boards/client-ids.ts';
import { loadBoard, storedBoard } from '#server/boards/load-board.ts';
import { elementRowOf } from '#server/boards/projection.ts';
import { bindClients, quarantine } from '#server/boards/store.ts';
import type { Db } from '#server/db/db.ts';
import { makeLog } from '#server/log/log.ts';
import { allIn } from '#shared/board/all-in.ts';
import { addElement, archiveElement, endPosition, setText } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { fillUp, writeAndDelete } from '#tests/helpers/a-full-board.ts';
import { aPerson } from '#tests/helpers/an-initiative.ts';
import { aBoardOn, addCard, boardsOn, frameOf, titles } from '#tests/helpers/board-log.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const log = makeLog('silent');
const opened: Boards[] = [];
afterEach(async () => {
  for (const boards of opened.splice(0)) await boards.close();
});

onBothDatabases('making room', (database) => {
  const boardsHere = (db: Db = database()): Boards => {
    const boards = boardsOn(db);
    opened.push(boards);
    return boards;
  };

  /** A board as full as can be, with a card somebody else added and one that is put away. */
  async function aFullBoard(boards: Boards): Promise<{ boardId: string; personId: string; ruth: string }> {
    const { boardId, personId } = await aBoardOn(database(), boards);
    const ruth = await aPerson(database(), 'Ruth');
    const [lift, key] = [newId(), newId()];
    const add = (id: string, title: string) => (doc: Y.Doc) =>
      addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title } });
    await boards.edit(boardId, ruth, add(lift, 'No lift'));
    await boards.edit(boardId, personId, add(key, 'No key'));
    await boards.edit(boardId, personId, (doc) => setText(doc, lift, 'title', 'No lift at night'));
    await boards.edit(boardId, ruth, (doc) => archiveElement(doc, key, new Date('2027-01-01T00:00:00Z')));
    expect(await fillUp({ db: database(), boards }, boardId, personId)).toBe(97);
    return { boardId, personId, ruth };
  }

  /** All that is stored of a board. */
  async function stored(boardId: string) {
    const { sql, t } = database();
    const [board] = await sql.select().from(t.board).where(eq(t.board.id, boardId));
    const [initiative] = await sql.select().from(t.initiative).where(eq(t.initiative.id, boardId));
    const rows = await sql.select().from(t.boardElement).where(eq(t.boardElement.boardId, boardId)).orderBy(t.boardElement.elementId);
    const clients = await sql.select().from(t.boardClient).where(eq(t.boardClient.boardId, boardId)).orderBy(t.boardClient.clientId);
    const snapshots = await sql
      .select({ seq: t.boardSnapshot.seq, epoch: t.boardSnapshot.epoch })
      .from(t.boardSnapshot)
      .where(eq(t.boardSnapshot.boardId, boardId))
      .orderBy(t.boardSnapshot.seq);
    const updates = await sql
      .select({ seq: t.boardUpdate.seq })
      .from(t.boardUpdate)
      .where(eq(t.boardUpdate.boardId, boardId))
      .orderBy(t.boardUpdate.seq);
    const told = await sql
      .select({ what: t.activity.what, personId: t.activity.personId })
      .from(t.activity)
      .where(eq(t.activity.initiativeId, boardId));
    return { board, initiative, rows, clients, snapshots, updates, told };
  }

  async function reads(boards: Boards, boardId: string): Promise<unknown> {
    const { room, release } = await boards.hold(boardId);
    const all = await room.look(allIn);
    release();
    return all;
  }

  test('[B45] [B52] [B31] a full board takes nothing more; without its history it reads the same, row for row, and takes more in', async () => {
    const boards = boardsHere();
    const { boardId, personId, ruth } = await aFullBoard(boards);
    await expect(tooMuch(boards, boardId, personId)).rejects.toMatchObject({ code: 'refused', body: { reason: 'refused.board-full' } });
    const [before, said] = [await stored(boardId), await reads(boards, boardId)];

    expect(await boards.makeRoom(boardId, ruth)).toBeLessThan(5);
    const after = await stored(boardId);
    const [epoch, seq] = [before.board?.epoch ?? 0, before.board?.seq ?? 0];
    expect(after.board).toMatchObject({ epoch: epoch + 1, seq: seq + 1 });
    expect(after.snapshots.slice(-2)).toEqual([
      { seq, epoch },
      { seq: seq + 1, epoch: epoch + 1 },
    ]);
    expect(after.updates).toEqual([]);
    expect([after.rows, after.initiative]).toEqual([before.rows, before.initiative]);
    expect(after.told).toEqual([...before.told, { what: 'board.room-made', personId: ruth }]);

    for (const again of [boards, boardsHere()]) expect(await reads(again, boardId)).toEqual(said);
    const { doc } = await loadBoard(database(), log, boardId, new Date());
    const acts = { addedBy: null, addedAt: null, changedBy: null, changedAt: null };
    const same = (row: ReturnType<typeof elementRowOf>) => ({ ...row, ...acts });
    const cards = listElements(doc).elements.map((element) => elementRowOf(boardId, element, null, new Date()));
    expect(cards.map(same).sort((one, other) => (one.elementId < other.elementId ? -1 : 1))).toEqual(after.rows.map(same));
    await boards.edit(boardId, personId, addCard('There is room'));
    expect(await titles(boardsHere(), boardId)).toContain('There is room');
  });

  test('[B52] [B43] it is stored so that a page can be sent it as it stands', async () => {
    const boards = boardsHere();
    const { boardId, personId } = await aFullBoard(boards);
    await boards.makeRoom(boardId, personId);
    const kept = await storedBoard(database(), boardId);
    const { doc, seq } = await loadBoard(database(), log, boardId, new Date());
    expect([kept?.seq, ...[kept?.state, kept?.stateVector].map(hex)]).toEqual([seq, hex(Y.encodeStateAsUpdate(doc)), hex(Y.encodeStateVector(doc))]);
  });

  test('[B52] [B26] [B46] client ids are free again in the document; whose each was, it stays, and so does how many somebody may bind', async () => {
    const boards = boardsHere();
    const { boardId, personId, ruth } = await aFullBoard(boards);
    await bindMany(boardId, ruth, perPerson - 3);
    const before = (await stored(boardId)).clients;
    const fresh = boardsHere();
    await fresh.makeRoom(boardId, personId);
    const after = (await stored(boardId)).clients;
    const { doc, owners } = await loadBoard(database(), log, boardId, new Date());
    expect(doc.store.clients.size).toBe(1);
    const [client = 0] = doc.store.clients.keys();
    expect(owners.get(client)).toBeNull();
    expect(after.filter((row) => Number(row.clientId) !== client)).toEqual(before);

    const { room, release } = await fresh.hold(boardId);
    const theirs = before.find((row) => row.personId === ruth);
    const forged = await frameOf(room, personId, (one) => ((one.clientID = Number(theirs?.clientId)), addCard('In her name')(one)));
    await expect(room.edit(forged)).rejects.toMatchObject({ body: { values: { code: 'client-not-yours' } } });
    await room.edit(await frameOf(room, ruth, addCard('The last one'))).catch((thrown: unknown) => expect(thrown).toBeUndefined());
    await expect(room.edit(await frameOf(room, ruth, addCard('One too many')))).rejects.toMatchObject({
      body: { values: { code: 'client-not-yours' } },
    });
    release();
  });

  test('[B52] [B29] a transaction that fails at its end leaves the board as it was, full and writable as before', async () => {
    let fails = false;
    const db = database();
    const failing: Db = {
      ...db,
      transact: (work) =>
        db.transact(async (tx) => {
          const done = await work(tx);
          if (fails) throw new Error('the disk is full');
          return done;
        }),
    };
    const boards = boardsHere(failing);
    const { boardId, personId } = await aFullBoard(boards);
    const [before, said] = [await stored(boardId), await reads(boards, boardId)];
    const { room, release } = await boards.hold(boardId);
    let moved = 0;
    room.onMoved(() => moved++);
    fails = true;
    await expect(boards.makeRoom(boardId, personId)).rejects.toThrow('the disk is full');
    fails = false;
    expect(await stored(boardId)).toEqual(before);
    for (const again of [boards, boardsHere()]) expect(await reads(again, boardId)).toEqual(said);
    expect(moved).toBe(0);
    await boards.edit(boardId, personId, addCard('Going on'));
    expect(await boards.makeRoom(boardId, personId)).toBeLessThan(5);
    expect(moved).toBe(1);
    release();
  });

  test('[B52] while there is room enough it is refused with how full the board is, and of two who make room at once one does', async () => {
    const boards = boardsHere();
    const { boardId, personId } = await aBoardOn(database(), boards);
    const before = await stored(boardId);
    const refusal = { code: 'conflict', body: { reason: 'refused.room-enough', values: { from: 80 } } };
    await expect(boards.makeRoom(boardId, personId)).rejects.toMatchObject(refusal);
    expect(await fillUp({ db: database(), boards }, boardId, personId, 158_000)).toBe(79);
    await expect(boards.makeRoom(boardId, personId)).rejects.toMatchObject({ body: { values: { percent: 79, from: 80 } } });
    expect((await stored(boardId)).board?.epoch).toBe((before.board?.epoch ?? 0) + 1);
    await boards.edit(boardId, personId, (doc) => writeAndDelete(doc, 4_000));
    const both = await Promise.allSettled([boards.makeRoom(boardId, personId), boards.makeRoom(boardId, personId)]);
    expect(both).toMatchObject([{ status: 'fulfilled' }, { status: 'rejected', reason: refusal }]);
  });

  test('[B52] [B39] what the board was until then stays among the earlier days when its log is folded again, and brings all of it back', async () => {
    const boards = boardsHere();
    const { boardId, personId } = await aFullBoard(boards);
    const full = await reads(boards, boardId);
    await boards.makeRoom(boardId, personId);
    await boards.edit(boardId, personId, addCard('Later'));
    const { room, release } = await boards.hold(boardId);
    await compact(room, { db: database(), clock: systemClock, fold: async (whole) => foldLog(whole) });
    release();
    const days = await boards.days(boardId);
    expect(days.slice(0, 3).map((day) => day.untilThen)).toEqual([false, false, true]);
    await boards.bringBack(boardId, days[2]?.seq ?? 0, personId);
    expect(await reads(boards, boardId)).toEqual(full);
    await expect(tooMuch(boards, boardId, personId)).rejects.toMatchObject({ body: { reason: 'refused.board-full' } });
  });

  test('[B52] [B30] a board of which a part does not read is not written anew', async () => {
    const boards = boardsHere();
    const { boardId, personId } = await aFullBoard(boards);
    await boards.edit(boardId, personId, addCard('Not to be read'));
    const last = (await stored(boardId)).updates.at(-1)?.seq ?? 0;
    await database().transact((tx) => quarantine(tx, boardId, last, new Date()));
    await expect(boardsHere().makeRoom(boardId, personId)).rejects.toMatchObject({ body: { reason: 'problem.board-damaged' } });
    expect((await stored(boardId)).board?.epoch).toBe(2);
  });

  async function bindMany(boardId: string, personId: string, count: number): Promise<void> {
    const createdAt = new Date();
    const rows = Array.from({ length: count }, (_, n) => ({ boardId, clientId: n + 1, personId, createdAt }));
    await database().transact((tx) => bindClients(tx, rows));
  }
});

const hex = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('hex');

/** More pieces than there is room for. */
function tooMuch(boards: Boards, boardId: string, personId: string): Promise<number> {
  return boards.edit(boardId, personId, (doc) => writeAndDelete(doc, 8_000));
}

/** A real database that fails at one point of an edit's way: what was acknowledged stays, pages keep their words and send them again, everybody reads them once. */
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { loadBoard } from '#server/boards/load-board.ts';
import type { Db } from '#server/db/db.ts';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
let aheadMs = 0;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => new Date(Date.now() + aheadMs) } });
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => server.close());

const aCard = (doc: Y.Doc, title: string): void => addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title } });
const titles = (doc: Y.Doc): string[] => listElements(doc).elements.map(({ values }) => values.title);
const reads = (wanted: readonly string[]) => (_status: unknown, doc: Y.Doc) => titles(doc).join() === wanted.join();

const newBoard = (): Promise<string> => aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });

/** What the log reads, into a document of its own. */
async function stored(boardId: string): Promise<string[]> {
  const { db, log } = server.app;
  const { doc, damaged } = await loadBoard(db, log, boardId, new Date());
  expect(damaged).toBe(false);
  const { boardElement } = db.t;
  const rows = await db.sql.select({ boardId: boardElement.boardId, title: boardElement.title }).from(boardElement);
  const named = rows.filter((row) => row.boardId === boardId).map(({ title }) => title);
  expect(named.sort()).toEqual(titles(doc).sort());
  return titles(doc);
}

const hiccup = (): never => {
  throw new Error('the database is gone for a moment');
};

/** Both carry the work out in a real transaction, which the first rolls back and the second commits. */
const failures: readonly (readonly [string, (transact: Db['transact']) => Db['transact']])[] = [
  [
    'before the commit',
    (transact) => (work) =>
      transact(async (tx) => {
        await work(tx);
        return hiccup();
      }),
  ],
  [
    'after the commit, before the acknowledgement',
    (transact) => async (work) => {
      await transact(work);
      return hiccup();
    },
  ],
];

test.each(failures)('[B22] [B29] a database that throws %s', async (_when, failing) => {
  const boardId = await newBoard();
  const [page, onlooker] = [openBoard({ url: server.url, who: amina, boardId }), openBoard({ url: server.url, who: ruth, boardId })];
  await Promise.all([until(page.provider, saved), until(onlooker.provider, saved)]);
  aCard(page.provider.doc, 'acknowledged');
  await until(page.provider, saved);
  const { db } = server.app;
  const fails = vi.spyOn(db, 'transact').mockImplementationOnce(failing(db.transact.bind(db)));
  aCard(page.provider.doc, 'under way');
  await until(page.provider, saved, 'being saved again by itself');
  expect(fails).toHaveBeenCalled();
  aCard(page.provider.doc, 'afterwards');
  await until(page.provider, saved);
  const all = ['acknowledged', 'under way', 'afterwards'];
  await until(onlooker.provider, reads(all), 'the onlooker reading all of it');
  expect(titles(page.provider.doc)).toEqual(all);
  expect(await stored(boardId)).toEqual(all);
  await page.close();
  await onlooker.close();
});

test('[B29] [B32] a database that throws while a board is folded leaves the log as it was, and an edit some minutes later folds it', async () => {
  const boardId = await newBoard();
  const { db } = server.app;
  const snapshots = async (): Promise<number> => (await server.app.boards.days(boardId)).length;
  const before = await snapshots();
  const page = openBoard({ url: server.url, who: amina, boardId });
  await until(page.provider, saved);
  aheadMs += 2 * 3_600_000;
  const transact = db.transact.bind(db);
  const folding: string[] = [];
  vi.spyOn(db, 'transact').mockImplementation(async (work) => {
    const had = await snapshots();
    return transact(async (tx) => {
      const result = await work(tx);
      const { sql, t } = tx;
      const now = (await sql.select({ boardId: t.boardSnapshot.boardId }).from(t.boardSnapshot)).filter((row) => row.boardId === boardId).length;
      if (now === had || folding.length > 0) return result;
      folding.push('failed');
      return hiccup();
    });
  });
  aCard(page.provider.doc, 'first');
  await until(page.provider, saved);
  await expect.poll(() => folding).toEqual(['failed']);
  expect(await snapshots()).toBe(before);
  expect(await stored(boardId)).toEqual(['first']);
  aheadMs += 10 * 60_000;
  aCard(page.provider.doc, 'second');
  await until(page.provider, saved);
  await expect.poll(() => snapshots()).toBe(before + 1);
  expect(await stored(boardId)).toEqual(['first', 'second']);
  await page.close();
});

test('[B30] a database that throws while a board is read opens nothing empty, and the page opens it by itself afterwards', async () => {
  const boardId = await newBoard();
  await server.app.boards.edit(boardId, amina.personId, (doc) => aCard(doc, 'written before'));
  // Another server on the same folder has nothing of the board in memory yet.
  const other = await startTestServer({ dataDir: server.dataDir });
  const select = vi.spyOn(other.app.db.sql, 'select');
  const hold = other.app.boards.hold.bind(other.app.boards);
  select.mockImplementation(hiccup);
  await expect(hold(boardId)).rejects.toThrow();
  select.mockRestore();
  const page = openBoard({ url: other.url, who: amina, boardId });
  await until(page.provider, reads(['written before']));
  await page.close();
  await other.close();
});

/** The server ends, or its database fails, exactly where it could hurt most: what was acknowledged or shown is there, and open pages keep their words. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { bundled } from '#tests/helpers/bundled.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { rawPage } from '#tests/helpers/raw-page.ts';
import { startServerProcess } from '#tests/helpers/server-process.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'kindling-'));
const prepared = path.join(folder, 'prepared');
let amina: Somebody;
let ruth: Somebody;
let boardId = '';
let dying: Awaited<ReturnType<typeof bundled>>;

const aCard = (doc: Y.Doc, title: string): void => addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title } });
const titles = (doc: Y.Doc): string[] =>
  listElements(doc)
    .elements.map(({ values }) => values.title)
    .sort();

beforeAll(async () => {
  dying = await bundled('tests/helpers/server-that-dies.ts');
  const server = await startTestServer({ dataDir: prepared });
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
  boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  await server.app.boards.edit(boardId, amina.personId, (doc) => aCard(doc, 'before'));
  await server.close();
});
afterAll(() => {
  dying.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** What the board reads in the next life of the server, where it must be whole. */
async function readsIn({ app }: TestServer): Promise<string[]> {
  const { room, release } = await app.boards.hold(boardId);
  expect(room.damaged).toBe(false);
  const there = await room.look(titles);
  release();
  const { sql, t } = app.db;
  expect((await sql.select({ title: t.boardElement.title }).from(t.boardElement)).map(({ title }) => title).sort()).toEqual(there);
  return there;
}

/** Points, how often the server comes there before it ends, and by how many hours it is late, so that it folds the board. */
const points: readonly (readonly [string, number, number])[] = [
  ['while the board is read', 1, 0],
  ['before an edit is written', 3, 0],
  ['before an edit is committed', 3, 0],
  ['after an edit is committed', 3, 0],
  ['after pages are told and before they hear', 3, 0],
  ['before a snapshot is written', 1, 2],
  ['between a snapshot and letting go of its rows', 1, 2],
  ['before a snapshot is committed', 1, 2],
  ['after a snapshot is committed', 1, 2],
];

test.concurrent.each(points)('[B29] [B35] killed %s', async (point, times, hours) => {
  const dataDir = path.join(folder, point);
  cpSync(prepared, dataDir, { recursive: true });
  const server = await startServerProcess({ DATA_DIR: dataDir }, [dying.file, point, String(times), String(hours)]);
  const page = openBoard({ url: server.url, who: amina, boardId });
  const onlooker = await rawPage(server.url, ruth, boardId);
  const promised = new Set(['before']);
  onlooker.socket.on('board:update', ({ update }: { update: Uint8Array }) => {
    Y.applyUpdate(onlooker.doc, new Uint8Array(update));
    for (const title of titles(onlooker.doc)) promised.add(title);
  });
  const gone = server.gone();
  let isSaved: Promise<unknown> = until(page.provider, saved);
  for (let n = 0; (await Promise.race([gone, isSaved.then(() => 'saved')])) === 'saved'; n++) {
    titles(page.provider.doc).forEach((title) => promised.add(title));
    aCard(page.provider.doc, `card ${n}`);
    isSaved = until(page.provider, saved);
  }
  expect(await gone).toBe('SIGKILL');
  onlooker.close();
  const written = titles(page.provider.doc);
  expect(written.length).toBeGreaterThan(times);

  const next = await startTestServer({ dataDir });
  const there = await readsIn(next);
  await next.close();
  expect([...promised].filter((title) => !there.includes(title))).toEqual([]);
  const last = await startTestServer({ dataDir, env: { PORT: new URL(server.url).port } });
  try {
    await isSaved;
    expect(await readsIn(last)).toEqual(written);
    expect(titles(page.provider.doc)).toEqual(written);
  } finally {
    await page.close();
    await last.close();
  }
});

/** A board that is full, and how its team gets on: pages that are open, a device that was away, people who may not. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import { fillUp } from '#tests/helpers/a-full-board.ts';
import { saved, until } from '#tests/helpers/live.ts';
import { opensBoards } from '#tests/helpers/opens-boards.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
});
afterAll(() => server.close());

const open = opensBoards(() => server.url);

const titles = (doc: Y.Doc): string[] => listElements(doc).elements.map(({ values }) => values.title);

/** So many cards at once that a board that is full has no room for them. */
function write(doc: Y.Doc, title: string, cards = 1): void {
  doc.transact(() => {
    for (let n = 0; n < cards; n++) addElement(doc, { id: newId(), kind: 'question', position: endPosition(doc), values: { title } });
  });
}

test('[B52] [B45] [B36] [B49] a full board takes nothing in and says so; a co-owner makes room, open pages go on anew, a device that was away gets its words back', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  expect(await fillUp(server.app, boardId, amina.personId, 199_985)).toBe(99);
  const [a, r, away] = [open(amina, boardId).provider, open(ruth, boardId).provider, open(ruth, boardId)];
  await Promise.all([a, r, away.provider].map((page) => until(page, saved)));
  expect(a.status().filled).toBe(99);

  write(r.doc, 'Does this fit?', 5);
  const full = await until(r, (status) => saved(status) && status.handedBack.length > 0);
  expect(full.handedBack[0]).toMatchObject({ words: expect.stringContaining('Does this fit?'), problem: { reason: 'refused.board-full' } });
  expect(full.filled).toBe(99);

  away.connection.close();
  await until(away.provider, ({ line }) => line === 'offline');
  write(away.provider.doc, 'From the lift');
  await until(away.provider, ({ unsent }) => unsent);
  await away.close();

  const before = [titles(a.doc), purposeText(a.doc)];
  const generations = [a, r].map((page) => page.status().generation);
  expect(await refusal(ruth.call.boards.makeRoom({ id: boardId }))).toMatchObject({ code: 'not-allowed', reason: 'why.co-owner-only' });
  expect((await amina.call.boards.makeRoom({ id: boardId })).filled).toBeLessThan(2);
  for (const [nth, page] of [a, r].entries()) {
    const now = await until(page, (status) => saved(status) && status.generation === (generations[nth] ?? 0) + 1);
    expect(now.filled).toBeLessThan(2);
    expect([titles(page.doc), purposeText(page.doc)]).toEqual(before);
  }
  write(r.doc, 'Now it fits', 5);
  await until(r, saved);
  await until(a, (_, doc) => titles(doc).includes('Now it fits'));

  const back = open(ruth, boardId, { device: away.device }).provider;
  const status = await until(back, (now) => saved(now) && now.handedBack.some(({ problem }) => problem.reason === 'problem.board-moved'));
  expect(status.handedBack.map(({ words }) => words)).toContain('From the lift');
  expect(titles(back.doc)).toEqual(titles(r.doc));
  expect(titles(back.doc)).not.toContain('From the lift');
  expect(purposeText(back.doc)).toBe(startingPurpose);
});

test('[B52] pages that are open are told as the board fills up, and of nothing before', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  expect(await fillUp(server.app, boardId, amina.personId, 159_500)).toBe(79);
  const [a, r] = [open(amina, boardId).provider, open(ruth, boardId).provider];
  await Promise.all([a, r].map((page) => until(page, saved)));
  const seen: number[] = [];
  a.subscribe(() => seen.push(a.status().filled));
  const { room, release } = await server.app.boards.hold(boardId);
  while ((room.filled ?? 0) < 80) {
    write(r.doc, 'One more', 5);
    await until(r, saved);
  }
  for (const page of [a, r]) await until(page, ({ filled }) => filled === 80);
  expect([...new Set(seen)]).toEqual([79, 80]);
  release();
});

test('[B52] making room is told in the activity and kept in the audit, as are tries that are refused; once there is room there is none to make', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  expect(await refusal(amina.call.boards.makeRoom({ id: boardId }))).toMatchObject({
    code: 'conflict',
    reason: 'refused.room-enough',
    values: { percent: 0, from: 80 },
  });
  await fillUp(server.app, boardId, amina.personId, 165_000);
  await amina.call.boards.makeRoom({ id: boardId });
  expect(await refusal(amina.call.boards.makeRoom({ id: boardId }))).toMatchObject({ reason: 'refused.room-enough' });
  expect(await refusal(ruth.call.boards.makeRoom({ id: boardId }))).toMatchObject({ code: 'not-allowed' });
  const { items } = await ruth.call.boards.activity({ id: boardId });
  expect(items[0]).toMatchObject({ what: 'board.room-made', values: { who: 'Amina' } });
  const { sql, t } = server.app.db;
  const entries = await sql.select().from(t.audit).where(eq(t.audit.thing, boardId)).orderBy(t.audit.seq);
  expect(entries.filter(({ action }) => action !== 'board.restored').map(({ personId, action, outcome }) => [personId, action, outcome])).toEqual([
    [amina.personId, 'boards.makeRoom', 'refused'],
    [amina.personId, 'board.room-made', 'done'],
    [amina.personId, 'boards.makeRoom', 'refused'],
    [ruth.personId, 'boards.makeRoom', 'refused'],
  ]);
});

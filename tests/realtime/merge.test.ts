/** What was written in a long time without a line comes back: once, whole, another way than live edits, and nobody waits for it. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { Problem, problemBody } from '#shared/lib/problem.ts';
import { memoryDevice } from '#client/realtime/memory-device.ts';
import { writePaper } from '#tests/fixtures/traces/write-paper.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { rawPage } from '#tests/helpers/raw-page.ts';
import { chosenSeed, seeded } from '#tests/helpers/seeded.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
});
afterAll(() => server.close());

const aBoardOfBoth = (): Promise<string> => aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
const rowsOf = (boardId: string) =>
  server.app.db.sql.select().from(server.app.db.t.boardUpdate).where(eq(server.app.db.t.boardUpdate.boardId, boardId));

function aStory(doc: Y.Doc, title: string): string {
  const id = newId();
  addElement(doc, { id, kind: 'story', position: endPosition(doc), values: { title } });
  return id;
}

function storyText(doc: Y.Doc, id: string): Y.Text {
  const text = textOf(doc, id, 'whatHappened');
  if (text === null) throw new Error('a story has a text');
  return text;
}

async function storedDoc(boardId: string): Promise<Y.Doc> {
  const { room, release } = await server.app.boards.hold(boardId);
  const doc = newBoardDoc();
  await room.look((live) => Y.applyUpdate(doc, Y.encodeStateAsUpdate(live)));
  release();
  return doc;
}

/** A copy of the board as somebody has it who then loses the line, and what they write in it. */
async function awayFrom(boardId: string, write: (doc: Y.Doc) => void): Promise<{ doc: Y.Doc; update: Uint8Array }> {
  const doc = await storedDoc(boardId);
  const before = Y.encodeStateVector(doc);
  write(doc);
  return { doc, update: Y.encodeStateAsUpdate(doc, before) };
}

/** What fetch takes as a body. */
type Body = NonNullable<RequestInit['body']>;

const put = (who: Somebody, boardId: string, body: Body, { epoch = 1, version = 1 } = {}): Promise<Response> =>
  who.fetch(`/api/boards/${boardId}/merge?epoch=${epoch}&version=${version}`, {
    method: 'PUT',
    body,
    headers: { 'content-type': 'application/octet-stream' },
  });
const whole = (update: Uint8Array): Body => new Uint8Array(update);

test('[B44] [B25] a paper of thousands of edits written without a line merges once, as that person, and who types meanwhile is acknowledged before it', async () => {
  const [boardId, elsewhere] = [await aBoardOfBoth(), await aBoardOfBoth()];
  const device = memoryDevice();
  const a = openBoard({ url: server.url, who: amina, boardId, device });
  await until(a.provider, saved);
  a.connection.close();
  await until(a.provider, ({ line }) => line === 'offline');
  expect(writePaper(a.provider.doc, 0.1)).toBeGreaterThan(25_000);
  const written = listElements(a.provider.doc).elements.map(({ values }) => values);
  await a.close();

  const pages = [await rawPage(server.url, ruth, boardId), await rawPage(server.url, ruth, elsewhere)];
  const ids = pages.map(() => newId());
  for (const [n, page] of pages.entries())
    await page.write((doc) => addElement(doc, { id: ids[n] ?? '', kind: 'story', position: endPosition(doc), values: { title: 'Live' } }));
  const back = openBoard({ url: server.url, who: amina, boardId, device });
  let merged = false;
  const arrived = new Promise<void>((resolve) => back.provider.subscribe(() => saved(back.provider.status()) && resolve())).then(
    () => (merged = true),
  );
  const before = [0, 0];
  while (!merged) {
    for (const [n, page] of pages.entries()) {
      expect(await page.write((doc) => storyText(doc, ids[n] ?? '').insert(0, 'x'))).toMatchObject({ ok: true });
      if (!merged) before[n] = (before[n] ?? 0) + 1;
    }
  }
  await arrived;
  expect(Math.min(...before)).toBeGreaterThan(3);
  const chapters = listElements(await storedDoc(boardId)).elements.filter(({ values }) => values.title.startsWith('Chapter'));
  expect(chapters.map(({ values }) => values)).toEqual(written);
  const rows = await rowsOf(boardId);
  expect(rows.filter(({ bytes }) => bytes.length > 10_000).map(({ personId }) => personId)).toEqual([amina.personId]);
  expect(back.provider.status().handedBack).toEqual([]);
  for (const page of pages) page.close();
  await back.close();
});

test.each([1, 2, 3])('[B44] [B13] merges among people who type in the same texts leave every copy alike; round %i', async (n) => {
  const random = seeded(chosenSeed() + n);
  const boardId = await aBoardOfBoth();
  const live = await rawPage(server.url, ruth, boardId);
  const ids: string[] = [];
  await live.write((doc) => ids.push(aStory(doc, 'One'), aStory(doc, 'Two')));
  await live.write((doc) => ids.forEach((id) => storyText(doc, id).insert(0, 'Where it all began. '.repeat(20))));
  const away = await Promise.all(
    Array.from({ length: 3 }, () =>
      awayFrom(boardId, (doc) => {
        for (let edit = 0; edit < 900; edit++) {
          const text = storyText(doc, ids[random.below(2)] ?? '');
          const at = random.below(text.length + 1);
          if (random.below(4) === 0) text.delete(at, Math.min(2, text.length - at));
          else text.insert(at, String.fromCharCode(97 + random.below(26)));
        }
      }),
    ),
  );
  let merging = true;
  const merges = Promise.all(away.map(({ update }) => put(amina, boardId, whole(update)))).finally(() => (merging = false));
  for (let edit = 0; merging; edit++) {
    const id = ids[edit % 2] ?? '';
    expect(await live.write((doc) => storyText(doc, id).insert(random.below(300), `${edit} `.slice(-2)))).toMatchObject({ ok: true });
  }
  for (const answer of await merges) expect(await answer.json(), `seed ${random.seed}`).toMatchObject({ ok: true });
  const { update = new Uint8Array() } = await live.open({ stateVector: Y.encodeStateVector(live.doc) });
  Y.applyUpdate(live.doc, new Uint8Array(update));
  const reads = ids.map((id) => storyText(live.doc, id).toString());
  const stored = await storedDoc(boardId);
  expect(ids.map((id) => storyText(stored, id).toString())).toEqual(reads);
  for (const { doc } of away) {
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(stored));
    expect(
      ids.map((id) => storyText(doc, id).toString()),
      `seed ${random.seed}`,
    ).toEqual(reads);
  }
  live.close();
});

test('[B44] [B28] a merge sent again, as after an answer that got lost, is acknowledged and changes nothing', async () => {
  const boardId = await aBoardOfBoth();
  const { update } = await awayFrom(boardId, (doc) => Array.from({ length: 60 }, (_, n) => aStory(doc, `Story ${n}`)));
  expect(update.length).toBeGreaterThan(5_000);
  const first = await (await put(amina, boardId, whole(update))).json();
  expect(first).toMatchObject({ ok: true });
  expect(await (await put(amina, boardId, whole(update))).json()).toEqual(first);
  expect(listElements(await storedDoc(boardId)).elements).toHaveLength(60);
});

test('[B44] [B22] a merge that is refused leaves no trace, and one with somebody else’s client id is', async () => {
  const boardId = await aBoardOfBoth();
  const theirs = await rawPage(server.url, ruth, boardId);
  theirs.doc.clientID = 777;
  await theirs.write((doc) => void aStory(doc, 'Ruth’s'));
  const before = await rowsOf(boardId);
  const forged = await awayFrom(boardId, (doc) => {
    doc.clientID = 777;
    aStory(doc, 'In her name');
  });
  const unlawful = await awayFrom(boardId, (doc) => storyText(doc, aStory(doc, 'Too long')).insert(0, 'x'.repeat(10_001)));
  const foreign = await awayFrom(boardId, (doc) => void doc.getMap('endorsements').set('ruth', true));
  const answers = [];
  for (const { update } of [forged, unlawful, foreign]) answers.push(await (await put(amina, boardId, whole(update))).json());
  expect(answers).toEqual([
    expect.objectContaining({ code: 'refused', reason: 'refused.gate', values: { code: 'client-not-yours' } }),
    expect.objectContaining({ code: 'refused', reason: 'field.too-long' }),
    expect.objectContaining({ code: 'refused', reason: 'refused.gate', values: { code: 'unknown-root' } }),
  ]);
  expect((await rowsOf(boardId)).length).toBe(before.length);
  expect(await theirs.write((doc) => void aStory(doc, 'Ruth goes on'))).toMatchObject({ ok: true });
  theirs.close();
});

test('[B44] [B42] a merge whose writer loses the right to write while it is looked at is refused', async () => {
  const boardId = await aBoardOfBoth();
  const { update } = await awayFrom(boardId, (doc) => void aStory(doc, 'Too late'));
  const frame = { personId: ruth.personId, update, epoch: 1, mayEdit: true };
  const merge = server.app.boards.merge(boardId, frame, () => Promise.reject(new Problem('not-allowed', 'why.join-first')));
  await expect(merge).rejects.toThrow('not-allowed');
  expect(listElements(await storedDoc(boardId)).elements).toEqual([]);
});

test.each<[string, () => Body, number, object]>([
  ['of more bytes than one may have', () => new Uint8Array(4 * 1024 * 1024 + 1), 413, { code: 'too-large', reason: 'problem.too-large' }],
  ['that never ends', () => endless(), 413, { code: 'too-large', reason: 'problem.too-large' }],
  ['of bytes that are none', () => new Uint8Array([255, 255, 255, 255]), 422, { code: 'refused', reason: 'refused.gate' }],
  ['without a body', () => new Uint8Array(), 422, { code: 'refused', reason: 'refused.gate' }],
])('[B44] a merge %s is refused', async (_what, body, status, problem) => {
  const boardId = await aBoardOfBoth();
  const answer = await amina.fetch(`/api/boards/${boardId}/merge?epoch=1&version=1`, { method: 'PUT', body: body(), duplex: 'half' });
  expect({ status: answer.status, problem: problemBody.parse(await answer.json()) }).toMatchObject({ status, problem });
});

test('[B44] [B36] [B37] a merge for another epoch, of another version, for no board, or from nobody is not taken', async () => {
  const boardId = await aBoardOfBoth();
  const { update } = await awayFrom(boardId, (doc) => void aStory(doc, 'Mine'));
  const said = async (answer: Promise<Response>): Promise<string> => problemBody.parse(await (await answer).json()).reason;
  expect(await said(put(amina, boardId, whole(update), { epoch: 2 }))).toBe('problem.board-moved');
  expect(await said(put(amina, boardId, whole(update), { version: 2 }))).toBe('problem.reload');
  expect(await said(put(amina, newId(), whole(update)))).toBe('problem.not-found');
  expect(await said(put(server.visitor(), boardId, whole(update)))).toBe('why.sign-in');
  expect(await said(put(await server.join('Somebody else'), boardId, whole(update)))).toBe('why.join-first');
  expect(listElements(await storedDoc(boardId)).elements).toEqual([]);
});

test('[B44] what is too much for a live line is sent the other way by itself; a message no line carries ends it', async () => {
  const boardId = await aBoardOfBoth();
  const page = await rawPage(server.url, ruth, boardId);
  const before = Y.encodeStateVector(page.doc);
  for (let n = 0; n < 200; n++) aStory(page.doc, `Story ${n}`);
  const many = Y.encodeStateAsUpdate(page.doc, before);
  expect(many.length).toBeLessThan(64 * 1024);
  expect(await page.edit(many)).toMatchObject({
    ok: false,
    problem: { code: 'too-large', reason: 'problem.too-large-live', values: { code: 'too-many-structs' } },
  });
  const a = openBoard({ url: server.url, who: amina, boardId });
  await until(a.provider, saved);
  a.provider.doc.transact(() => Array.from({ length: 200 }, (_, n) => aStory(a.provider.doc, `Amina ${n}`)), 'one act');
  await until(a.provider, saved);
  expect(listElements(await storedDoc(boardId)).elements).toHaveLength(200);
  const ended = new Promise((resolve) => void page.socket.on('disconnect', resolve));
  page.socket.emit('board:edit', { boardId, epoch: 1, update: new Uint8Array(100_001) });
  await ended;
  page.close();
  await a.close();
});

function endless(): ReadableStream {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(64 * 1024)) });
}

/** What a tampered page can not do on a live server: forge, claim, flood, or leave words where nobody should find them. */
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { cardMap } from '#shared/board/layout.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, saved, until } from '#tests/helpers/live.ts';
import { rawPage, type RawPage } from '#tests/helpers/raw-page.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let limited: TestServer;
let amina: Somebody;
let mallory: Somebody;

beforeAll(async () => {
  server = await startTestServer();
  limited = await startTestServer({ env: { RATE_LIMITS: 'on' } });
  [amina, mallory] = [await server.join('Amina'), await server.join('Mallory')];
});
afterAll(() => Promise.all([server.close(), limited.close()]));

async function aPage(who = mallory): Promise<{ boardId: string; page: RawPage }> {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [mallory.personId]: 'member' });
  return { boardId, page: await rawPage(server.url, who, boardId) };
}

function aCard(doc: Y.Doc, title = 'No lift'): string {
  const id = newId();
  addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title } });
  return id;
}

const rowsOf = (boardId: string) =>
  server.app.db.sql.select().from(server.app.db.t.boardUpdate).where(eq(server.app.db.t.boardUpdate.boardId, boardId));

test.each([
  ['author', 'somebody-else'],
  ['addedBy', 'somebody-else'],
  ['personId', 'somebody-else'],
  ['endorsements', 12],
  ['answer', 'I will, by Friday'],
  ['state', 'answered'],
])('[B2] [B8] forging %s on a card is refused, through the id of the card alone, too', async (field, value) => {
  const { boardId, page } = await aPage();
  let id = '';
  expect(await page.write((doc) => (id = aCard(doc)))).toMatchObject({ ok: true });
  const before = (await rowsOf(boardId)).length;
  const refused = await page.write((doc) => cardMap(doc, id)?.set(field, value));
  expect(refused).toMatchObject({ ok: false, problem: { code: 'refused' } });
  expect((await rowsOf(boardId)).length).toBe(before);
  page.close();
});

test('[B26] a client id that belongs to somebody else is refused, and its owner writes on', async () => {
  const { boardId, page } = await aPage();
  const hers = await rawPage(server.url, amina, boardId);
  hers.doc.clientID = 4711;
  page.doc.clientID = 4711;
  expect(await hers.write((doc) => void aCard(doc, 'Hers'))).toMatchObject({ ok: true });
  const stolen = await page.write((doc) => void aCard(doc, 'In her name'));
  expect(stolen).toMatchObject({ ok: false, problem: { code: 'refused', reason: 'refused.gate', values: { code: 'client-not-yours' } } });
  expect(await hers.write((doc) => void aCard(doc, 'Hers again'))).toMatchObject({ ok: true });
  const clients = await server.app.db.sql.select().from(server.app.db.t.boardClient).where(eq(server.app.db.t.boardClient.clientId, 4711));
  expect(clients.map(({ personId }) => personId)).toEqual([amina.personId]);
  page.close();
  hers.close();
});

test('[B28] an update sent again is acknowledged and changes nothing; one that builds on something unseen is refused as a gap', async () => {
  const { boardId, page } = await aPage();
  const before = Y.encodeStateVector(page.doc);
  aCard(page.doc, 'Once');
  const middle = Y.encodeStateVector(page.doc);
  aCard(page.doc, 'Later');
  const [first, second] = [Y.encodeStateAsUpdate(page.doc, before), Y.encodeStateAsUpdate(page.doc, middle)];
  expect(await page.edit(second)).toMatchObject({ ok: false, problem: { code: 'refused', reason: 'refused.gap' } });
  const acked = await page.edit(first);
  expect(acked).toMatchObject({ ok: true });
  expect(await page.edit(first)).toEqual(acked);
  expect(await page.edit(second)).toEqual(acked);
  expect((await rowsOf(boardId)).length).toBe(2);
  page.close();
});

test('[B24] what was typed and deleted before it was sent, which undo keeps in the frame, is in no row and goes to nobody', async () => {
  const { boardId, page } = await aPage();
  const id = aCard(page.doc);
  const title = textOf(page.doc, id, 'title');
  if (title === null) throw new Error('a card has a title');
  const keeps = new Y.UndoManager(title);
  const reader = openBoard({ url: server.url, who: amina, boardId });
  await until(reader.provider, saved);
  title.insert(0, 'CANARY');
  title.delete(0, 6);
  const frame = Y.encodeStateAsUpdate(page.doc);
  expect(keeps.undoStack.length).toBeGreaterThan(0);
  expect(Buffer.from(frame).includes('CANARY')).toBe(true);
  const seen = new Promise<Uint8Array>((resolve) => void reader.connection.on('board:update', ({ update }) => resolve(new Uint8Array(update))));
  expect(await page.edit(frame)).toMatchObject({ ok: true });
  expect(Buffer.from(await seen).includes('CANARY')).toBe(false);
  for (const { bytes } of await rowsOf(boardId)) expect(Buffer.from(bytes).includes('CANARY')).toBe(false);
  page.close();
  await reader.close();
});

test('[B34] presence can not claim: who somebody is comes from the server, one state a page, and only for boards it holds', async () => {
  const { boardId, page } = await aPage();
  const reader = openBoard({ url: server.url, who: amina, boardId });
  await until(reader.provider, saved);
  const claims = { personId: amina.personId, label: 'Amina', key: 'another-page', clientID: 1, clock: 2 ** 53 - 1, state: 'a string' };
  page.socket.emit('board:where', { boardId, section: 'purpose', elementId: null, caret: null, ...claims });
  page.socket.emit('board:where', { boardId, section: 'people', elementId: null, caret: null, ...claims });
  const { present } = await until(reader.provider, (status) => status.present.some(({ section }) => section === 'people'));
  expect(present).toEqual([{ key: page.socket.id, personId: mallory.personId, label: 'Mallory', section: 'people', elementId: null, caret: null }]);
  page.close();
  await until(reader.provider, (status) => status.present.length === 0);
  await reader.close();
});

test.each<[string, object | string]>([
  ['a string', 'Amina is here'],
  ['a hundred thousand ghosts', { states: Array.from({ length: 3000 }, (_, n) => [n, { user: 'ghost' }]) }],
  ['a caret longer than 800 letters', { section: null, elementId: null, caret: 'x'.repeat(801) }],
  ['a caret of letters that take more room than they count', { section: null, elementId: null, caret: '👍'.repeat(300) }],
  ['a section longer than a name', { section: 'x'.repeat(31), elementId: null, caret: null }],
])('[B34] %s is no presence: it is passed over, and the page is still nowhere', async (_what, where) => {
  const { boardId, page } = await aPage();
  const other = await rawPage(server.url, amina, boardId);
  const told: unknown[] = [];
  other.socket.on('board:present', (news: unknown) => told.push(news));
  page.socket.emit('board:where', typeof where === 'string' ? where : { boardId, ...where });
  expect(await page.write((doc) => void aCard(doc))).toMatchObject({ ok: true });
  expect(await other.open()).toMatchObject({ ok: true, present: [] });
  expect(told).toEqual([]);
  page.close();
  other.close();
});

test('presence comes at 20 a second and no faster, and costs others no more', async () => {
  const [ruth, eve] = [await limited.join('Ruth'), await limited.join('Eve')];
  const boardId = await aBoard(limited.app, { [ruth.personId]: 'co-owner', [eve.personId]: 'member' });
  const [page, other] = [await rawPage(limited.url, eve, boardId), await rawPage(limited.url, ruth, boardId)];
  let told = 0;
  other.socket.on('board:present', () => told++);
  for (let n = 0; n < 2000; n++) page.socket.emit('board:where', { boardId, section: `s${n}`, elementId: null, caret: null });
  await page.edit(new Uint8Array([0, 0]));
  await other.open();
  // Others are told a moment after somebody moved.
  await expect.poll(() => told).toBeGreaterThan(0);
  expect(told).toBeLessThan(200);
  page.close();
  other.close();
});

test('asking for a board over and over is stopped, and says when to ask again', async () => {
  const joe = await limited.join('Joe');
  const boardId = await aBoard(limited.app, { [joe.personId]: 'co-owner' });
  const page = await rawPage(limited.url, joe, boardId);
  const answers = await Promise.all(Array.from({ length: 60 }, () => page.open()));
  const refused = answers.filter(({ ok }) => !ok);
  expect(refused.length).toBeGreaterThan(20);
  expect(refused[0]).toMatchObject({ problem: { code: 'too-many', retryAfterMs: expect.any(Number) } });
  page.close();
});

test('edits are counted by person: a second page brings no second allowance', async () => {
  const dev = await limited.join('Dev');
  const boardId = await aBoard(limited.app, { [dev.personId]: 'co-owner' });
  const pages = await Promise.all(Array.from({ length: 6 }, () => rawPage(limited.url, dev, boardId)));
  const nothing = new Uint8Array([0, 0]);
  const answers = (await Promise.all(pages.map((page) => Promise.all(Array.from({ length: 200 }, () => page.edit(nothing)))))).flat();
  const passed = answers.filter(({ ok }) => ok).length;
  expect(passed).toBeGreaterThan(400);
  // 480 at once and 120 a second: far from six times 240.
  expect(passed).toBeLessThan(1000);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'too-many' } });
  for (const page of pages) page.close();
});

test.each<[string, Uint8Array]>([
  ['bytes that are none', new Uint8Array([255, 255, 255, 255])],
  ['a claim of 2^53 client ids', new Uint8Array([255, 255, 255, 255, 255, 255, 255, 15])],
  ['a longer one than anybody needs', new Uint8Array(64_001)],
])('a state vector of %s is refused, and the board opens for the next', async (_what, stateVector) => {
  const { page } = await aPage();
  expect(await page.open({ stateVector })).toMatchObject({ ok: false, problem: { code: 'invalid' } });
  expect(await page.open()).toMatchObject({ ok: true });
  page.close();
});

test('a board opened many times at once by one page is held once, and let go of when the page goes', async () => {
  const { boardId, page } = await aPage();
  const again = await rawPage(server.url, amina, boardId);
  const boards = await Promise.all(Array.from({ length: 12 }, () => aBoard(server.app, { [mallory.personId]: 'co-owner' })));
  const answers = await Promise.all(boards.flatMap((one) => [page.open({ boardId: one }), page.open({ boardId: one })]));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(14);
  page.close();
  again.close();
});

test('events nobody knows are passed over', async () => {
  const { page } = await aPage();
  for (const event of ['board:erase', '__proto__', 'constructor', 'sync', 'disconnecting ']) page.socket.emit(event, { all: true }, 1, null);
  expect(await page.write((doc) => void aCard(doc))).toMatchObject({ ok: true });
  expect(listElements(page.doc).elements).toHaveLength(1);
  page.close();
});

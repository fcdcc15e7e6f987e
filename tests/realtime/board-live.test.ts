import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, archiveElement, endPosition, setText } from '#shared/board/board-doc.ts';
import { boardRoots } from '#shared/board/layout.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { localOrigin } from '#shared/board/origins.ts';
import { listElements } from '#shared/board/read-board.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { newId } from '#shared/lib/ids.ts';
import { memoryDevice } from '#client/realtime/memory-device.ts';
import { aBoard, keepDay, startingPurpose } from '#tests/helpers/a-board.ts';
import { saved, until } from '#tests/helpers/live.ts';
import { opensBoards } from '#tests/helpers/opens-boards.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
let eve: Somebody;

beforeAll(async () => {
  server = await startTestServer();
  amina = await server.join('Amina');
  ruth = await server.join('Ruth');
  eve = await server.join('Eve');
});
afterAll(() => server.close());

const open = opensBoards(() => server.url);

function aCard(doc: Y.Doc, title: string): string {
  const id = newId();
  addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title } });
  return id;
}

function type(doc: Y.Doc, words: string): void {
  const paragraph = boardRoots(doc).purpose.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('the purpose has no text');
  doc.transact(() => text.insert(text.length, words), localOrigin);
}

const titles = (doc: Y.Doc): string[] => listElements(doc).elements.map((element) => element.values.title);

test('[B21] two people write at once and both see the same, saved', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const [a, r] = [open(amina, boardId).provider, open(ruth, boardId).provider];
  await Promise.all([until(a, saved), until(r, saved)]);
  expect(purposeText(a.doc)).toBe(startingPurpose);
  type(a.doc, ' Amina was here.');
  type(r.doc, ' So was Ruth.');
  aCard(a.doc, 'No lift');
  aCard(r.doc, 'No key');
  const both = (_: unknown, doc: Y.Doc): boolean =>
    titles(doc).length === 2 && purposeText(doc).includes('Amina') && purposeText(doc).includes('Ruth');
  await Promise.all([until(a, (status, doc) => saved(status) && both(status, doc)), until(r, (status, doc) => saved(status) && both(status, doc))]);
  expect(purposeText(a.doc)).toBe(purposeText(r.doc));
  expect(titles(a.doc)).toEqual(titles(r.doc));
});

test('[B24] [B25] [B31] what is saved is in the log, in rows and in the activity, attributed by the session', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  const { provider } = open(amina, boardId);
  await until(provider, saved);
  const id = aCard(provider.doc, 'No lift');
  type(provider.doc, ' Now.');
  await until(provider, saved);
  const { sql, t } = server.app.db;
  const [row] = await sql.select().from(t.boardElement).where(eq(t.boardElement.elementId, id));
  expect(row).toMatchObject({ kind: 'blocker', title: 'No lift', addedBy: amina.personId, changedBy: amina.personId });
  const log = await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId)).orderBy(t.boardUpdate.seq);
  expect(log.map((one) => one.personId)).toEqual([null, ...log.slice(1).map(() => amina.personId)]);
  const [initiative] = await sql.select().from(t.initiative).where(eq(t.initiative.id, boardId));
  expect(initiative?.purpose).toBe(`${startingPurpose} Now.`);
  const told = await sql.select().from(t.activity).where(eq(t.activity.initiativeId, boardId));
  expect(told.map((one) => one.what).sort()).toEqual(['board.element-added', 'board.purpose-changed']);
});

test('[B27] somebody who is not in the initiative reads and cannot write; a tampered client is refused and handed its words', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  const e = open(eve, boardId);
  const status = await until(e.provider, saved);
  expect(status).toMatchObject({ mayEdit: false, because: 'why.join-first' });
  type(e.provider.doc, ' Eve was here.');
  const after = await until(e.provider, (now) => now.handedBack.length > 0 && saved(now));
  expect(after.handedBack[0]).toMatchObject({ words: 'Eve was here.', problem: { code: 'not-allowed' } });
  expect(purposeText(e.provider.doc)).toBe(startingPurpose);
});

test('[B22] [B23] what the judge refuses is handed back, good words around it are kept, and nobody else ever sees it', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const [a, r] = [open(amina, boardId).provider, open(ruth, boardId).provider];
  await Promise.all([until(a, saved), until(r, saved)]);
  const id = aCard(a.doc, 'A good card');
  await until(r, (_, doc) => titles(doc).includes('A good card'));
  setText(a.doc, id, 'whoCould', 'Ask about patient 943 476 5919');
  const status = await until(a, (now) => now.handedBack.length > 0 && saved(now));
  expect(status.handedBack[0]).toMatchObject({
    words: expect.stringContaining('943 476 5919'),
    problem: { code: 'refused', reason: 'field.nhs-number' },
  });
  expect(titles(a.doc)).toEqual(['A good card']);
  type(r.doc, ' Still live.');
  await until(a, (_, doc) => purposeText(doc).includes('Still live.'));
  const { sql, t } = server.app.db;
  for (const row of await sql.select().from(t.boardUpdate)) expect(Buffer.from(row.bytes).includes('943 476')).toBe(false);
});

test('[B35] words typed offline merge on return, once, also from a page that was closed meanwhile', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const device = memoryDevice();
  const first = open(amina, boardId, { device });
  await until(first.provider, saved);
  first.connection.close();
  await until(first.provider, (status) => status.line === 'offline');
  type(first.provider.doc, ' Typed without a line.');
  await until(first.provider, (status) => status.unsent);
  await first.close();
  const r = open(ruth, boardId).provider;
  await until(r, saved);
  type(r.doc, ' Ruth meanwhile.');
  await until(r, saved);
  const again = open(amina, boardId, { device });
  await until(again.provider, (status, doc) => saved(status) && purposeText(doc).includes('Ruth meanwhile.'));
  await until(r, (_, doc) => purposeText(doc).includes('Typed without a line.'));
  expect(purposeText(again.provider.doc)).toBe(purposeText(r.doc));
  expect(purposeText(r.doc).match(/Typed without a line/g)).toHaveLength(1);
});

test('[B34] presence says who by what the server knows, and forgets who has gone', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const [a, r] = [open(amina, boardId), open(ruth, boardId)];
  await Promise.all([until(a.provider, saved), until(r.provider, saved)]);
  a.provider.where('purpose', null);
  const here = await until(r.provider, (status) => status.present.some((one) => one.section === 'purpose'));
  expect(here.present).toMatchObject([{ personId: amina.personId, label: 'Amina', section: 'purpose' }]);
  await a.close();
  await until(r.provider, (status) => status.present.length === 0);
});

test('[B27] signing out everywhere cuts the live line, and leaving the team ends editing at once', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const r = open(ruth, boardId).provider;
  await until(r, (status) => saved(status) && status.mayEdit);
  await ruth.call.initiatives.leave({ id: boardId });
  await until(r, (status) => !status.mayEdit);
  const guest = await server.join('Joe');
  const j = open(guest, boardId);
  await until(j.provider, saved);
  const cut = new Promise<void>((resolve) => void j.connection.on('session:ended', resolve));
  await guest.call.people.signOutEverywhere();
  await cut;
});

test('[B36] [B39] an earlier day comes back for everybody; words on their way are handed back, and it can be taken back too', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  await server.app.boards.edit(boardId, amina.personId, (doc) => void aCard(doc, 'A good card'));
  const day = await keepDay(server.app, boardId);
  const [a, r] = [open(amina, boardId).provider, open(ruth, boardId)];
  await Promise.all([until(a, saved), until(r.provider, saved)]);
  const [card] = listElements(a.doc).elements;
  if (card === undefined) throw new Error('the board has one card');
  archiveElement(a.doc, card.id, new Date());
  a.doc.transact(() => boardRoots(a.doc).purpose.delete(0, boardRoots(a.doc).purpose.length), localOrigin);
  await until(r.provider, (_, doc) => purposeText(doc) === '');
  expect(await refusal(ruth.call.boards.days({ id: boardId }))).toMatchObject({ reason: 'why.co-owner-only' });
  const { items } = await amina.call.boards.days({ id: boardId });
  r.connection.close();
  await until(r.provider, (status) => status.line === 'offline');
  aCard(r.provider.doc, 'Typed meanwhile');
  await r.close();
  const after = await amina.call.boards.bringBack({ id: boardId, seq: day });
  expect(after.items.length).toBeGreaterThan(items.length);
  await until(a, (status, doc) => saved(status) && purposeText(doc) === startingPurpose && listElements(doc).elements[0]?.archivedAt === null);
  const back = open(ruth, boardId, { device: r.device }).provider;
  const status = await until(back, (now) => saved(now) && now.handedBack.length > 0);
  expect(status.handedBack[0]).toMatchObject({ words: 'Typed meanwhile', problem: { reason: 'problem.board-moved' } });
  expect(titles(back.doc)).toEqual(['A good card']);
  aCard(back.doc, 'Going on');
  await until(a, (_, doc) => titles(doc).includes('Going on'));
  const { sql, t } = server.app.db;
  expect((await sql.select().from(t.boardElement).where(eq(t.boardElement.boardId, boardId))).map((row) => row.title).sort()).toEqual([
    'A good card',
    'Going on',
  ]);
  expect(await refusal(amina.call.boards.bringBack({ id: boardId, seq: 9999 }))).toMatchObject({ code: 'not-found' });
});

test('[B37] a page of an older version reads and does not write', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  const a = open(amina, boardId);
  await until(a.provider, saved);
  const line = open(amina, boardId);
  await until(line.provider, saved);
  await line.connection.ask('board:close', { boardId });
  const answer = await line.connection.ask('board:open', { boardId, epoch: null, version: boardVersion - 1, stateVector: new Uint8Array() });
  expect(answer).toMatchObject({ mayEdit: false, because: 'problem.reload' });
  await expect(line.connection.ask('board:edit', { boardId, epoch: 1, update: new Uint8Array([0, 0]) })).rejects.toMatchObject({
    code: 'not-allowed',
    body: { reason: 'problem.reload' },
  });
});

test('a foreign page cannot open a line', async () => {
  const answer = await fetch(`${server.url}/socket.io/?EIO=4&transport=polling`, {
    headers: { origin: 'https://evil.example', cookie: amina.cookie() },
  });
  expect(answer.status).toBe(403);
});

test('[B33] a throwing or nonsensical event ends neither the process nor the line', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  const a = open(amina, boardId);
  await until(a.provider, saved);
  for (const nonsense of [
    null,
    1,
    'x',
    [],
    {},
    { boardId: '__proto__' },
    { boardId, epoch: 1, update: 'no bytes' },
    { boardId, epoch: 1, update: new Uint8Array([255, 255, 255]) },
  ]) {
    await expect(a.connection.ask('board:edit', nonsense as never)).rejects.toMatchObject({ name: 'Problem' });
  }
  aCard(a.provider.doc, 'Still here');
  await until(a.provider, saved);
  expect(titles(a.provider.doc)).toEqual(['Still here']);
});

test('[B7] what is put away and what is not reads the same in the server’s document', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  const a = open(amina, boardId).provider;
  await until(a, saved);
  const id = aCard(a.doc, 'Put away');
  archiveElement(a.doc, id, new Date('2027-01-01T00:00:00Z'));
  await until(a, saved);
  const [element] = listElements(a.doc).elements;
  expect(element?.archivedAt).toBe('2027-01-01T00:00:00.000Z');
  const { room, release } = await server.app.boards.hold(boardId);
  const before = await room.look((doc) => Buffer.from(Y.encodeStateVector(doc)).toString('hex'));
  release();
  expect(before).toBe(Buffer.from(Y.encodeStateVector(a.doc)).toString('hex'));
});

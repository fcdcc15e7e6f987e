import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addElement, archiveElement, endPosition, setState, setText } from '#shared/board/board-doc.ts';
import { boardExport } from '#shared/board/export-format.ts';
import { newId } from '#shared/lib/ids.ts';
import { sayKey } from '#shared/words/say.ts';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import { refusal, type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let ruth: Somebody;
let amina: Somebody;
let dev: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  ruth = await server.join('Ruth');
  amina = await server.join('Amina');
  dev = await server.join('Dev');
});
afterAll(() => server.close());

const fresh = () => aBoard(server.app, { [ruth.personId]: 'co-owner', [amina.personId]: 'member' });

async function card(who: Somebody, boardId: string, title: string): Promise<string> {
  const id = newId();
  await server.app.boards.edit(boardId, who.personId, (doc) =>
    addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title } }),
  );
  return id;
}

const said = (items: readonly { what: string; values: Record<string, string | number> }[]) =>
  items.map(({ what, values }) => sayKey(`activity.${what}`, values));

test('cards carry who added them and who changed them last, as they show, and read as a sentence', async () => {
  const id = await fresh();
  const lift = await card(amina, id, 'No lift');
  await server.app.boards.edit(id, ruth.personId, (doc) => setText(doc, lift, 'title', 'The lift is too small'));
  await ruth.call.people.change({ nameShown: 'role', roleTitle: 'Ward nurse' });
  const { items } = await dev.call.boards.elements({ id });
  await ruth.call.people.change({ nameShown: 'name' });
  expect(items).toMatchObject([
    {
      id: lift,
      kind: 'blocker',
      state: 'stuck',
      title: 'The lift is too small',
      sentence: 'In the way: The lift is too small',
      addedBy: 'Amina',
      changedBy: 'Ward nurse',
      archivedAt: null,
    },
  ]);
});

test('the activity is plain sentences, newest first, with the title a card has now', async () => {
  const id = await fresh();
  const lift = await card(amina, id, '');
  await server.app.boards.edit(id, amina.personId, (doc) => setText(doc, lift, 'title', 'No lift'));
  await server.app.boards.edit(id, ruth.personId, (doc) => setState(doc, lift, 'freed'));
  await server.app.boards.edit(id, ruth.personId, (doc) => archiveElement(doc, lift, new Date('2027-01-01T00:00:00Z')));
  const { items, next } = await ruth.call.boards.activity({ id });
  expect(said(items)).toEqual(['Ruth put away: No lift', 'Ruth marked "No lift" as Freed.', 'Amina added: No lift']);
  expect(items.map((item) => item.mine)).toEqual([true, true, false]);
  expect(next).toBeNull();
});

test('the activity comes in pages', async () => {
  const id = await fresh();
  for (let nth = 0; nth < 35; nth++) await card(amina, id, `Card ${nth}`);
  const first = await ruth.call.boards.activity({ id });
  expect(first.items).toHaveLength(30);
  const second = await ruth.call.boards.activity({ id, cursor: first.next ?? 0 });
  expect(second.items.map((item) => item.values['title'])).toEqual(['Card 4', 'Card 3', 'Card 2', 'Card 1', 'Card 0']);
  expect(second.next).toBeNull();
});

test('what moved since I looked is what others did since, each thing once', async () => {
  const id = await fresh();
  const lift = await card(amina, id, 'No lift');
  expect(await ruth.call.boards.moved({ id })).toEqual({ since: null, items: [] });
  const { at } = await ruth.call.boards.looked({ id });
  expect(await ruth.call.boards.moved({ id })).toEqual({ since: at, items: [] });
  await card(ruth, id, 'Mine');
  await server.app.boards.edit(id, amina.personId, (doc) => setState(doc, lift, 'system-ask'));
  for (const minutes of [0, 20, 40]) {
    const when = new Date(server.app.clock.now().getTime() + minutes * 60_000);
    await server.app.boards.edit(id, amina.personId, (doc) => setText(doc, lift, 'whoCould', `In ${minutes} minutes`), when);
  }
  const { items } = await ruth.call.boards.moved({ id });
  expect(said(items)).toEqual(['Amina worked on: No lift', 'Amina marked "No lift" as Bigger than us (system ask).']);
  await ruth.call.boards.looked({ id });
  expect((await ruth.call.boards.moved({ id })).items).toEqual([]);
});

describe('downloads', () => {
  test('the board as Markdown and as JSON, as it stands this moment', async () => {
    const id = await fresh();
    await card(amina, id, 'No lift');
    const page = await dev.fetch(`/api/initiatives/${id}/board.md`);
    expect(page.headers.get('content-type')).toContain('text/markdown');
    expect(page.headers.get('content-disposition')).toBe('attachment; filename=Shorter-waits.md');
    const words = await page.text();
    for (const part of ['# Shorter waits', startingPurpose, '### No lift', 'Ruth']) expect(words).toContain(part);
    const data = await dev.fetch(`/api/initiatives/${id}/board.json`);
    const board = boardExport.parse(await data.json());
    expect(board).toMatchObject({
      initiative: { id, title: 'Shorter waits' },
      elements: [{ values: { title: 'No lift' } }],
      people: expect.arrayContaining([expect.objectContaining({ name: 'Ruth' }), expect.objectContaining({ name: 'Amina' })]),
    });
  });

  test.each(['md', 'json'])('board.%s is not for visitors, and not of nothing', async (ending) => {
    const id = await fresh();
    const visitor = await server.visitor().fetch(`/api/initiatives/${id}/board.${ending}`);
    expect([visitor.status, await visitor.json()]).toMatchObject([401, { reason: 'why.sign-in' }]);
    expect((await dev.fetch(`/api/initiatives/${newId()}/board.${ending}`)).status).toBe(404);
    expect((await dev.fetch(`/api/initiatives/__proto__/board.${ending}`)).status).toBe(400);
  });
});

describe.each(['elements', 'activity', 'moved', 'looked'] as const)('%s', (call) => {
  test('is not for visitors where the place is closed to them', async () => {
    expect(await refusal(server.visitor().call.boards[call]({ id: await fresh() }))).toMatchObject({ code: 'not-signed-in' });
  });

  test('of an initiative that is not there is not found; an address that can be none is invalid', async () => {
    expect(await refusal(ruth.call.boards[call]({ id: newId() }))).toMatchObject({ code: 'not-found' });
    expect(await refusal(ruth.call.boards[call]({ id: 'x' }))).toMatchObject({ code: 'invalid', fields: [{ field: 'id', reason: 'field.id' }] });
  });
});

test('where a place is open, a visitor reads the board and looks without leaving a trace', async () => {
  const id = await fresh();
  await ruth.call.place.change({ openToRead: true });
  const visitor = server.visitor();
  expect((await visitor.call.boards.moved({ id })).since).toBeNull();
  expect((await visitor.call.boards.elements({ id })).items).toEqual([]);
  expect(await refusal(visitor.call.boards.looked({ id }))).toMatchObject({ code: 'not-signed-in', reason: 'why.sign-in' });
  await ruth.call.place.change({ openToRead: false });
});

test('a broken cursor is refused', async () => {
  expect(await refusal(ruth.call.boards.activity({ id: await fresh(), cursor: 1.5 }))).toMatchObject({ code: 'invalid' });
});

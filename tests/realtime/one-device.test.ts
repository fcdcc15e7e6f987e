/** One device, several pages and several people: what was written without a line arrives once, under the name of who wrote it. */
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Device } from '#client/realtime/kept-board.ts';
import { openBoardProvider } from '#client/realtime/board-provider.ts';
import { makeConnection } from '#client/realtime/connection.ts';
import { memoryDevice } from '#client/realtime/memory-device.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { openBoard, type OpenBoardInTest, saved, until } from '#tests/helpers/live.ts';
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
afterEach(() => vi.useRealTimers());
afterAll(() => server.close());

const aBoardOfBoth = (): Promise<string> => aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
const open = (who: Somebody, boardId: string, device: Device): OpenBoardInTest => openBoard({ url: server.url, who, boardId, device });
const titles = (doc: Y.Doc): string[] =>
  listElements(doc)
    .elements.map(({ values }) => values.title)
    .sort();

function aCard(doc: Y.Doc, title: string): string {
  const id = newId();
  addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title } });
  return id;
}

/** The page loses its line, and knows. */
async function offline(page: OpenBoardInTest): Promise<void> {
  page.connection.close();
  await until(page.provider, (status) => status.line === 'offline');
}

test.each([1, 2, 3, 4])(
  '[B25] [B35] written offline over reloads and in two pages of one device, every card arrives once, as that person; round %i',
  async (n) => {
    const random = seeded(chosenSeed() + n);
    const boardId = await aBoardOfBoth();
    const device = memoryDevice();
    const pages = [open(amina, boardId, device), open(amina, boardId, device)];
    await Promise.all(pages.map(({ provider }) => until(provider, saved)));
    await Promise.all(pages.map(offline));
    const written: string[] = [];
    for (let step = 0; step < 14; step++) {
      const at = random.below(2);
      const page = pages[at];
      if (page === undefined) continue;
      if (random.below(4) === 0) {
        await page.close();
        const again = open(amina, boardId, device);
        await until(again.provider, ({ loaded }) => loaded);
        pages[at] = again;
        if (random.below(3) > 0) await offline(again).catch(() => undefined);
      } else {
        written.push(`card ${n}.${step} of seed ${random.seed}`);
        aCard(page.provider.doc, written.at(-1) ?? '');
      }
    }
    await Promise.all(pages.map((page) => page.close()));
    const back = open(amina, boardId, device);
    await until(back.provider, (status, doc) => saved(status) && titles(doc).length === written.length, `every card of seed ${random.seed}`);
    expect(titles(back.provider.doc)).toEqual(written.toSorted());
    expect(back.provider.status().handedBack).toEqual([]);
    const { sql, t } = server.app.db;
    const rows = await sql.select().from(t.boardElement).where(eq(t.boardElement.boardId, boardId));
    expect(rows.map(({ title, addedBy }) => `${title} ${addedBy}`).toSorted()).toEqual(
      written.map((title) => `${title} ${amina.personId}`).toSorted(),
    );
    await back.close();
  },
);

test('[B35] another person who signs in on the same device uploads nothing of the first one’s, and the first one’s words wait for them', async () => {
  const boardId = await aBoardOfBoth();
  const tablet = memoryDevice();
  const first = open(amina, boardId, tablet);
  await until(first.provider, saved);
  await offline(first);
  aCard(first.provider.doc, 'Amina, without a line');
  await until(first.provider, ({ unsent }) => unsent);
  await first.close();
  const second = open(ruth, boardId, tablet);
  await until(second.provider, saved);
  expect(titles(second.provider.doc)).toEqual([]);
  aCard(second.provider.doc, 'Ruth, on the same tablet');
  await until(second.provider, saved);
  await second.close();
  const { sql, t } = server.app.db;
  const people = (await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId))).map(({ personId }) => personId);
  expect(people).toEqual([null, ruth.personId]);
  const again = open(amina, boardId, tablet);
  await until(again.provider, (status, doc) => saved(status) && titles(doc).length === 2);
  const rows = await sql.select().from(t.boardElement).where(eq(t.boardElement.boardId, boardId));
  expect(new Map(rows.map(({ title, addedBy }) => [title, addedBy]))).toEqual(
    new Map([
      ['Amina, without a line', amina.personId],
      ['Ruth, on the same tablet', ruth.personId],
    ]),
  );
  await again.close();
});

test('[B50] a page left open for one person, whose line comes back with the session of another, sends nothing and hears that its session ended', async () => {
  const boardId = await aBoardOfBoth();
  const tablet = memoryDevice();
  const before = open(amina, boardId, tablet);
  await until(before.provider, saved);
  await offline(before);
  aCard(before.provider.doc, 'Amina, before Ruth came in');
  await before.close();
  const connection = makeConnection(server.url, { cookie: ruth.cookie(), as: amina.personId });
  const ended = new Promise<void>((resolve) => void connection.on('session:ended', resolve));
  const provider = openBoardProvider({ boardId, personId: amina.personId, connection, device: tablet, newId });
  await ended;
  const [whole] = (await tablet.board(amina.personId, boardId).read()).unsent;
  const merging = connection.merge({ boardId, epoch: 1, version: boardVersion, update: whole?.update ?? new Uint8Array() });
  await expect(merging).rejects.toMatchObject({ body: { reason: 'why.sign-in' } });
  expect(provider.status().unsent).toBe(true);
  await provider.close();
  connection.close();
  const { sql, t } = server.app.db;
  expect((await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId))).map(({ personId }) => personId)).toEqual([null]);
  const again = open(amina, boardId, tablet);
  await until(again.provider, (status, doc) => saved(status) && titles(doc).length === 1);
  await again.close();
});

test('[B27] who only reads a board does not begin to write on it because the line is gone', async () => {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'reader' });
  for (const [who, mayEdit] of [
    [ruth, false],
    [amina, true],
  ] as const) {
    const first = open(who, boardId, memoryDevice());
    await until(first.provider, saved);
    await first.close();
    const without = openBoard({ url: 'http://127.0.0.1:9', who, boardId, device: first.device });
    expect((await until(without.provider, ({ loaded }) => loaded)).mayEdit).toBe(mayEdit);
    await without.close();
  }
});

test('[B23] [B26] a page that happens on the client id of somebody else is given its words back, and writes on under another', async () => {
  const boardId = await aBoardOfBoth();
  const hers = await rawPage(server.url, ruth, boardId);
  hers.doc.clientID = 4242;
  expect(await hers.write((doc) => void aCard(doc, 'Ruth had it first'))).toMatchObject({ ok: true });
  const page = open(amina, boardId, memoryDevice());
  await until(page.provider, (status, doc) => saved(status) && titles(doc).length === 1);
  page.provider.doc.clientID = 4242;
  aCard(page.provider.doc, 'Amina happens on it');
  const status = await until(page.provider, (now) => saved(now) && (now.handedBack.length > 0 || titles(page.provider.doc).length === 2));
  const kept = [...titles(page.provider.doc), ...status.handedBack.map(({ words }) => words)].join('\n');
  expect(kept).toContain('Amina happens on it');
  expect(page.provider.doc.clientID).not.toBe(4242);
  aCard(page.provider.doc, 'Going on');
  await until(page.provider, (now, doc) => saved(now) && titles(doc).includes('Going on'));
  expect(titles(page.provider.doc)).toContain('Ruth had it first');
  hers.close();
  await page.close();
});

test.each(['the moment it hears of it', 'later'])('[B50] a line that was cut and then closed by its page, %s, is not opened again', async (when) => {
  const line = makeConnection(server.url, { cookie: ruth.cookie(), as: amina.personId });
  line.on('session:ended', () => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  const heard: string[] = [];
  await new Promise<void>((down) =>
    line.onLine((state) => {
      heard.push(state);
      if (state !== 'down') return;
      if (when !== 'later') line.close();
      down();
    }),
  );
  if (when === 'later') line.close();
  await vi.advanceTimersByTimeAsync(60_000);
  vi.useRealTimers();
  const later = makeConnection(server.url, { cookie: ruth.cookie() });
  await new Promise<void>((open) => later.onLine((state) => state === 'open' && open()));
  later.close();
  expect(heard).toEqual(['open', 'down']);
});

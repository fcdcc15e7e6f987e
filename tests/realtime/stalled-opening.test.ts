/** A page whose line stalls while a board is on its way to it: what waits for it is bounded, others write on, and it is caught up or cut. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { rawPage, type RawPage } from '#tests/helpers/raw-page.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
beforeAll(async () => {
  server = await startTestServer();
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
});
afterAll(() => server.close());

async function aLargeBoard(): Promise<string> {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const whatHappened = 'x'.repeat(9600);
  for (let nth = 0; nth < 60; nth++)
    await server.app.boards.edit(boardId, amina.personId, (doc) => {
      for (let n = 0; n < 5; n++)
        addElement(doc, { id: newId(), kind: 'story', position: endPosition(doc), values: { title: `Story ${nth}.${n}`, whatHappened } });
    });
  return boardId;
}

const note = (page: RawPage, title: string): Promise<unknown> =>
  page.write((doc) => addElement(doc, { id: newId(), kind: 'question', position: endPosition(doc), values: { title } }));

/** Asks for the board, some megabytes, until an answer waits in the server, and reads nothing: the line has stalled in the middle of one. */
async function stall(page: RawPage, writer: RawPage, boardId: string): Promise<void> {
  page.tcp.pause();
  for (let asked = 0; asked < 40 && server.realtime.mostWaiting() === 0; asked++) {
    page.socket.emit('board:open', { boardId, epoch: null, version: boardVersion, stateVector: new Uint8Array() }, () => undefined);
    await writer.open({ stateVector: Y.encodeStateVector(writer.doc) });
  }
  expect(server.realtime.mostWaiting()).toBeGreaterThan(0);
}

test('[B40] a page that stalls in the middle of an opening holds nobody up, has a bounded number of packets waiting, and is whole when it reads', async () => {
  const boardId = await aLargeBoard();
  const [writer, page] = [await rawPage(server.url, amina, boardId), await rawPage(server.url, ruth, boardId)];
  await stall(page, writer, boardId);
  for (let n = 0; n < 150; n++) expect(await note(writer, `Meanwhile ${n}`)).toMatchObject({ ok: true });
  expect(server.realtime.mostWaiting()).toBeLessThan(290);
  page.tcp.resume();
  const { ok, update } = await page.open({ stateVector: Y.encodeStateVector(page.doc) });
  expect(ok).toBe(true);
  Y.applyUpdate(page.doc, new Uint8Array(update ?? []));
  expect(Y.encodeStateVector(page.doc)).toEqual(Y.encodeStateVector(writer.doc));
  page.close();
  writer.close();
});

test('one that stalls and asks for the board again and again is cut before hundreds of megabytes wait for it; it comes back to a whole board', async () => {
  const boardId = await aLargeBoard();
  const [writer, page] = [await rawPage(server.url, amina, boardId), await rawPage(server.url, ruth, boardId)];
  const gone = new Promise<void>((resolve) => void page.socket.on('disconnect', () => resolve()));
  await stall(page, writer, boardId);
  const before = process.memoryUsage().arrayBuffers;
  // All at once: each would pass a look at what waits now. 3 MB each, 600 together.
  for (let asked = 0; asked < 200; asked++)
    page.socket.emit('board:open', { boardId, epoch: null, version: boardVersion, stateVector: new Uint8Array() }, () => undefined);
  for (let n = 0; n < 20; n++) expect(await note(writer, `Meanwhile ${n}`)).toMatchObject({ ok: true });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  page.tcp.resume();
  await gone;
  page.close();
  const back = await rawPage(server.url, ruth, boardId);
  expect(Y.encodeStateVector(back.doc)).toEqual(Y.encodeStateVector(writer.doc));
  back.close();
  writer.close();
});

/** Words that can not go into the board any more, and a board that went back while a device was away: nothing is lost, nothing old is shown as new. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { listElements } from '#shared/board/read-board.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Device } from '#client/realtime/kept-board.ts';
import { memoryDevice } from '#client/realtime/memory-device.ts';
import { aBoard, keepDay } from '#tests/helpers/a-board.ts';
import { openBoard, type OpenBoardInTest, saved, until } from '#tests/helpers/live.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let boardId: string;
let day: number;
beforeAll(async () => {
  server = await startTestServer();
  amina = await server.join('Amina');
});
afterAll(() => server.close());

/** A board with a day it can go back to, on which there is nothing yet. */
async function aBoardWithADay(): Promise<void> {
  boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  day = await keepDay(server.app, boardId);
}

const goBack = (): Promise<unknown> => amina.call.boards.bringBack({ id: boardId, seq: day });
const open = (device: Device): OpenBoardInTest => openBoard({ url: server.url, who: amina, boardId, device });
const titles = (doc: Y.Doc): string[] => listElements(doc).elements.map(({ values }) => values.title);
const write = (doc: Y.Doc, title: string): void => addElement(doc, { id: newId(), kind: 'question', position: endPosition(doc), values: { title } });

/** The page loses its line, and knows. */
async function offline(page: OpenBoardInTest): Promise<void> {
  page.connection.close();
  await until(page.provider, ({ line }) => line !== 'saved' && line !== 'saving' && line !== 'connecting');
}

/** What is offered to copy to whoever opens the board on this device now; `after` is done before the page goes. */
async function offered(device: Device, after: (page: OpenBoardInTest) => void = () => undefined): Promise<string[]> {
  const page = open(device);
  await until(page.provider, saved);
  const words = page.provider.status().handedBack.map((back) => back.words);
  after(page);
  await page.close();
  return words;
}

test('[B36] [B49] a page that follows the board to another epoch leaves the words of a page beside it, which are offered when the board is next opened', async () => {
  await aBoardWithADay();
  const device = memoryDevice();
  const [gone, stays] = [open(device), open(device)];
  await Promise.all([gone, stays].map(({ provider }) => until(provider, saved)));
  await offline(gone);
  write(gone.provider.doc, 'Written by the page that goes');
  await gone.close();
  await goBack();
  await until(stays.provider, (status) => saved(status) && status.generation === 1);
  await stays.close();
  expect(await offered(device)).toEqual(['Written by the page that goes']);
});

test('[B49] words that were handed back are offered at every opening, until their writer says that they are safe', async () => {
  await aBoardWithADay();
  const device = memoryDevice();
  const page = open(device);
  await until(page.provider, saved);
  await offline(page);
  write(page.provider.doc, 'Not to be lost');
  await page.close();
  await goBack();
  expect(await offered(device)).toEqual(['Not to be lost']);
  expect(await offered(device)).toEqual(['Not to be lost']);
  const dismissed = await offered(device, ({ provider }) => {
    for (const { id } of provider.status().handedBack) provider.dismiss(id);
  });
  expect(dismissed).toEqual(['Not to be lost']);
  expect(await offered(device)).toEqual([]);
});

test('[B36] a device that answers after the line is open brings no older board back', async () => {
  await aBoardWithADay();
  const device = memoryDevice();
  const page = open(device);
  await until(page.provider, saved);
  write(page.provider.doc, 'Of the day that was undone');
  await until(page.provider, saved);
  await page.close();
  await goBack();
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  const slow: Device = {
    board(personId, id) {
      const copy = device.board(personId, id);
      return { ...copy, read: () => asked.then(copy.read) };
    },
  };
  const again = open(slow);
  await new Promise<void>((resolve) => void again.connection.onLine((line) => line === 'open' && resolve()));
  // Each is a way to the server and back: time enough for a page that does not wait for its device.
  await amina.call.boards.days({ id: boardId });
  answer();
  await amina.call.boards.days({ id: boardId });
  await until(again.provider, saved);
  expect(titles(again.provider.doc)).toEqual([]);
  write(again.provider.doc, 'Of today');
  await until(again.provider, saved);
  expect(again.provider.status().handedBack).toEqual([]);
  const held = await server.app.boards.hold(boardId);
  expect(await held.room.look(titles)).toEqual(['Of today']);
  held.release();
  await again.close();
});

test('[B48] without a line, a device that keeps nothing says so instead of promising; one that does promises', async () => {
  await aBoardWithADay();
  const refusing: Device = { board: (personId, id) => ({ ...memoryDevice().board(personId, id), keepUnsent: async () => false }) };
  for (const [device, says] of [
    [refusing, 'unkept'],
    [memoryDevice(), 'offline'],
  ] as const) {
    const page = open(device);
    await until(page.provider, saved);
    await offline(page);
    expect(page.provider.status().line).toBe('offline');
    write(page.provider.doc, 'Where is this kept?');
    await until(page.provider, ({ line, unsent }) => unsent && line === says, `the line to be ${says}`);
    expect(titles(page.provider.doc)).toEqual(['Where is this kept?']);
    await page.close();
  }
});

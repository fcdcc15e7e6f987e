/** On a slow line words are shown to others as they are typed, not a whole answer apart; and a refusal among them is no different from one alone. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { BoardProvider } from '#client/realtime/board-provider.ts';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { rowsAfter } from '#server/audit/store.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { saved, until } from '#tests/helpers/live.ts';
import { opensBoards } from '#tests/helpers/opens-boards.ts';
import { slowLine, type SlowLine } from '#tests/helpers/slow-line.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let server: TestServer;
let amina: Somebody;
let ruth: Somebody;
let line: SlowLine;
const cardId = newId();
const open = opensBoards(() => server.url);

beforeAll(async () => {
  server = await startTestServer();
  [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
});
beforeEach(async () => void (line = await slowLine(server.url)));
afterEach(() => line.close());
afterAll(() => server.close());

/** Amina on the slow line and Ruth on a quick one, with a card both have. */
async function together(): Promise<{ a: BoardProvider; r: BoardProvider }> {
  const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const [a, r] = [open(amina, boardId, { url: line.url }).provider, open(ruth, boardId).provider];
  await Promise.all([until(a, saved), until(r, saved)]);
  addElement(r.doc, { id: cardId, kind: 'blocker', position: endPosition(r.doc), values: { title: 'Door' } });
  await Promise.all([until(r, saved), until(a, (_, doc) => textOf(doc, cardId, 'title') !== null)]);
  return { a, r };
}

const title = (doc: Y.Doc): string => textOf(doc, cardId, 'title')?.toString() ?? '';
const write = ({ doc }: BoardProvider, words: string): void => {
  const text = textOf(doc, cardId, 'title');
  text?.insert(text.length, words);
};

test('[B53] others read what is typed while no answer has come yet, and all of it is saved in the end', async () => {
  const { a, r } = await together();
  line.hold();
  for (const [letter, all] of [
    ['s', 'Doors'],
    [' ', 'Doors '],
    ['s', 'Doors s'],
    ['t', 'Doors st'],
  ] as const) {
    write(a, letter);
    await until(r, (_, doc) => title(doc) === all, `"${all}"`);
  }
  expect([a.status().unsent, a.status().line]).toEqual([true, 'saving']);
  // Four are under way: the next waits for an answer, and what is typed meanwhile goes with it.
  write(a, 'i');
  write(a, 'ck');
  line.letGo();
  await Promise.all([until(a, saved), until(r, (_, doc) => title(doc) === 'Doors stick')]);
  expect([title(a.doc), a.status().handedBack]).toEqual(['Doors stick', []]);
});

test('[B53] [B23] one that is refused while others follow it is handed back with what builds on it; what came before stays', async () => {
  const { a, r } = await together();
  line.hold();
  write(a, ' one');
  await until(r, (_, doc) => title(doc) === 'Door one');
  write(a, ' 943 476 5919');
  // Once it has reached the server and was refused there, what follows is under way as well.
  await refusedThere();
  write(a, ' two');
  line.letGo();
  const { handedBack } = await until(a, (status) => saved(status) && status.handedBack.length > 0, 'the words back');
  expect(handedBack.map(({ words, problem }) => [words, problem.reason])).toEqual([['943 476 5919 two', 'field.nhs-number']]);
  expect([title(a.doc), title(r.doc)]).toEqual(['Door one', 'Door one']);
  write(a, ' three');
  await until(r, (_, doc) => title(doc) === 'Door one three');
});

async function refusedThere(): Promise<void> {
  const isRefused = async (): Promise<boolean> =>
    (await rowsAfter(server.app.db, 0, 100_000)).some(({ action, outcome }) => action === 'board.edit' && outcome === 'refused');
  while (!(await isRefused())) await new Promise(setImmediate);
}

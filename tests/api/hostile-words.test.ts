/** Words that try to be something else, read back from every output that is no page: tables, papers, data and letters. */
import { Window } from 'happy-dom';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addElement } from '#shared/board/board-doc.ts';
import { boardExport } from '#shared/board/export-format.ts';
import { besidesWords, nodesIn, readMarkdown } from '#tests/helpers/read-markdown.ts';
import { unguard } from '#shared/lib/csv.ts';
import { newId } from '#shared/lib/ids.ts';
import { boardWords, hostileWords } from '#tests/fixtures/hostile/words.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { aBlocker } from '#tests/helpers/an-initiative.ts';
import { type LetterParts, partsOf } from '#tests/helpers/letter-parts.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/smtp.ts';
import { type Somebody, startTestServer, type TestServer } from '#tests/helpers/test-server.ts';

let mailbox: Mailbox;
let server: TestServer;
let ruth: Somebody;
let dev: Somebody;
let id = '';
/** What stands on the board, as it was put there. */
const titles = boardWords.map((words) => oneLine(words).slice(0, 100)).filter((words) => words !== '');
const short = (words: string) => words.slice(0, 250);
const plain = 'Could you free this?';

beforeAll(async () => {
  mailbox = await openMailbox();
  server = await startTestServer({ env: { SMTP_URL: mailbox.url, MAIL_FROM: 'Kindling <hello@kindling.example>' } });
  ruth = await server.join('Ruth');
  dev = await server.join('Dev');
  id = await aBoard(server.app, { [ruth.personId]: 'co-owner' });
  await server.app.boards.edit(id, ruth.personId, (doc) => {
    for (const [nth, title] of titles.entries()) {
      const how = (boardWords[nth] ?? '').slice(0, 1500);
      addElement(doc, { id: newId(), kind: 'blocker', position: `a${nth.toString(36).padStart(3, '0')}V`, values: { title, how } });
    }
  });
  for (const words of hostileWords) await ruth.call.pledges.give({ id, pledgeId: newId(), kind: 'time', what: short(words), until: null });
});
afterAll(async () => {
  await server.close();
  await mailbox.close();
});

test('there are enough of them, and no two are the same', () => {
  expect(hostileWords.length).toBeGreaterThanOrEqual(60);
  expect(new Set(hostileWords).size).toBe(hostileWords.length);
});

test('a table: no cell is a formula, none ends early, and each reads back', async () => {
  for (const words of hostileWords) await ruth.call.sparks.post({ id: newId(), text: words, kind: 'need', siteId: null, nameShown: 'name' });
  const csv = await (await ruth.fetch('/api/sparks.csv')).text();
  const rows = rowsOf(csv);
  expect(rows).toHaveLength(hostileWords.length + 1);
  expect(new Set(rows.map((row) => row.length)).size).toBe(1);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^\s*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/);
  const found = new Set(rows.map(([title = '', text = '']) => oneLine(`${unguard(title)} ${unguard(text)}`)));
  const { items } = await ruth.call.sparks.list({ limit: 100 });
  // The list cuts what is long; the table holds all of it.
  for (const spark of items.filter((one) => one.body.length < 200)) expect(found).toContain(oneLine(`${spark.title} ${spark.body}`));
});

test('a paper: nothing of it is more than words', async () => {
  const markdown = await (await ruth.fetch(`/api/initiatives/${id}/board.md`)).text();
  const nodes = nodesIn(await readMarkdown(markdown));
  expect(besidesWords(nodes)).toEqual([]);
  expect(nodes.filter((node) => node.type === 'heading' && node.depth === 3)).toHaveLength(titles.length);
  expect(nodes.filter((node) => node.type === 'listItem')).toHaveLength(hostileWords.length + 1);
});

test('data: it reads back word for word, says what it is, and teaches no object anything', async () => {
  const answer = await ruth.fetch(`/api/initiatives/${id}/board.json`);
  expect(answer.headers.get('content-type')).toContain('application/json');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  const board = boardExport.parse(await answer.json());
  expect(board.elements.map((element) => element.values.title)).toEqual(titles);
  expect(({} as Record<string, unknown>)['standing']).toBeUndefined();
});

test('what happened is told in words that are data, and the address of the page holds none of them', async () => {
  const answer = await ruth.fetch(`/api/v1/initiatives/${id}/activity`, { headers: { 'x-kindling': '1' } });
  expect([answer.headers.get('content-type'), answer.headers.get('x-content-type-options')]).toEqual([
    expect.stringContaining('application/json'),
    'nosniff',
  ]);
  const { items } = await ruth.call.boards.activity({ id });
  expect(items.map((item) => item.values['title'])).toContain(short(hostileWords.at(-1) ?? '').trim());
  const page = await (await ruth.fetch(`/initiatives/${id}`)).text();
  for (const words of titles.filter((one) => one.length > 12)) expect(page).not.toContain(words);
});

test('a letter: the same headers, the same tags, the same lines beside the quote, whatever it quotes', async () => {
  const asked = [plain, ...hostileWords.map((words) => words.slice(0, 900))].filter((words) => words.replaceAll('\u0000', '').trim() !== '');
  for (const message of asked) {
    const elementId = await aBlocker(server.app.db, id, { title: message === plain ? 'The lift' : message.slice(0, 100) });
    await ruth.call.asks.put({ id, elementId, asks: [{ askId: newId(), personId: dev.personId, message }] });
  }
  await mailbox.holds(asked.length);
  const letters = mailbox.letters.map((letter) => ({ ...letter, parts: partsOf(letter.raw) }));
  const isPlain = ({ parts }: { parts: LetterParts }) => parts.text.includes(`> ${plain}`);
  const harmless = letters.find(isPlain)?.parts ?? expect.fail('no plain letter');
  const outside = (text: string) => text.split(/\r?\n/).filter((line) => !line.startsWith('>')).length;
  for (const { to, parts, subject } of letters) {
    expect(to).toHaveLength(1);
    expect(parts.headers, subject).toEqual(harmless.headers);
    expect(shapeOf(parts.html), subject).toEqual(shapeOf(harmless.html));
    expect(outside(parts.text), subject).toBe(outside(harmless.text));
  }
}, 120_000);

/** Every tag of a page with its attributes, in order; addresses by where they lead. */
function shapeOf(html: string): string[] {
  const { document } = new Window();
  document.write(html);
  return [...document.querySelectorAll('*')].map((element) => {
    const attributes = [...element.attributes].map(({ name, value }) => (name === 'href' ? `href=${new URL(value ?? '').origin}` : name)).toSorted();
    return `${element.tagName} ${attributes.join(' ')}`;
  });
}

function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, cell = '', end] of csv.replace(/^\ufeff/, '').matchAll(/"((?:[^"]|"")*)"(,|\r\n)/g)) {
    rows.at(-1)?.push(cell.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.filter((row) => row.length > 0);
}

function oneLine(words: string): string {
  return words.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();
}

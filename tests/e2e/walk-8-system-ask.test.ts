/** "Bigger than us": two teams gather, somebody takes it where it will be heard, and the answer comes back to both boards. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

const cause = 'We may not share one record across two organisations';
let browsing: Browsing;
let wards = '';
let clinic = '';
let aminas: Page;
let graces: Page;
let devs: Page;
let systemAsk = '';

beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  const [amina, grace, dev] = [await server.join('Amina'), await server.join('Grace'), await server.join('Dev')];
  wards = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  clinic = await aBoard(server.app, { [grace.personId]: 'co-owner' });
  await blockerOn(wards, amina, 'Two record systems, and no shared view');
  await blockerOn(clinic, grace, 'The record systems do not share a view');
  [aminas, graces, devs] = await Promise.all([open(browsing.newPhone, amina), open(browsing.newDesktop, grace), open(browsing.newPhone, dev)]);
});
afterAll(() => browsing.close());

async function open(newPage: () => Promise<Page>, somebody: Somebody): Promise<Page> {
  const page = await newPage();
  await comeInAs(page, somebody, browsing.server.url);
  return page;
}
const blockerOn = (boardId: string, by: Somebody, title: string) =>
  browsing.server.app.boards.edit(boardId, by.personId, (doc) =>
    addElement(doc, { id: newId(), kind: 'blocker', position: endPosition(doc), values: { title, blockerKind: 'it-and-data' } }),
  );
const ladderOf = (page: Page) => page.getByRole('list', { name: 'What could we do next, the nearest step first' });

test('the last rung raises it, with a story of what it does to us', async () => {
  await aminas.goto(`/initiatives/${wards}/blockers`);
  await aminas.getByRole('button', { name: 'What could we do next?' }).tap();
  await ladderOf(aminas).getByRole('button', { name: 'This is bigger than us' }).tap();
  await aminas
    .getByRole('list', { name: 'Other teams are stuck on something like it' })
    .getByText('The record systems do not share a view')
    .waitFor();
  const form = aminas.getByRole('form', { name: 'Raise a system ask' });
  await form.getByRole('button', { name: 'Raise it' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  await form.getByLabel('The cause, in one sentence').fill(cause);
  await form.getByLabel(/What it does to us/).fill('We type everything twice, at night.');
  expect(await axe(aminas)).toEqual([]);
  expect(await fitsWidth(aminas)).toBe(true);
  await form.getByRole('button', { name: 'Raise it' }).tap();
  await aminas.getByRole('list', { name: 'System ask for this blocker' }).getByText(cause).waitFor();
  await aminas
    .getByRole('combobox', { name: /Two record systems/ })
    .and(aminas.locator('select'))
    .waitFor();
  await expect.poll(() => aminas.getByRole('combobox', { name: /Two record systems/ }).inputValue()).toBe('system-ask');
});

test('another team sees that it sounds like theirs, and joins by hand', async () => {
  await graces.goto(`/initiatives/${clinic}`);
  await graces.getByRole('button', { name: 'What could we do next?' }).click();
  await ladderOf(graces).getByRole('button', { name: 'This is bigger than us' }).click();
  await graces.getByText(/sounds like yours/).waitFor();
  await graces.getByRole('button', { name: `Join this: ${cause}` }).click();
  const form = graces.getByRole('form', { name: 'Join one of our blockers' });
  await form.getByLabel(/What it costs to wait/).fill('An hour a day.');
  expect(await axe(graces)).toEqual([]);
  await form.getByRole('button', { name: 'Join', exact: true }).click();
  const shown = graces.getByRole('list', { name: 'System ask for this blocker' });
  await shown.getByText(/with 1 other blocker/).waitFor();
  // Amina's board, open all the while, says so too.
  await aminas.getByText(/with 1 other blocker/).waitFor();
  systemAsk = new URL((await shown.getByRole('link').first().getAttribute('href')) ?? '', browsing.server.url).pathname;
});

test('somebody takes it where it will be heard, and says where and when', async () => {
  await devs.goto('/system-asks');
  await devs.getByRole('link', { name: cause }).tap();
  await devs.getByRole('heading', { level: 1, name: cause }).waitFor();
  expect(new URL(devs.url()).pathname).toBe(systemAsk);
  await devs.getByText('We type everything twice, at night.').waitFor();
  await devs.getByText('An hour a day.').waitFor();
  expect(await axe(devs)).toEqual([]);
  await devs.getByRole('button', { name: 'I take it there' }).tap();
  await graces.getByText(/Dev takes it there/).waitFor();
  await devs.getByRole('button', { name: 'Change the words, the place or the day' }).tap();
  const form = devs.getByRole('form', { name: 'Change the words, the place or the day' });
  await form.getByLabel(/Where will it be heard/).fill('The digital board');
  await form.getByLabel(/On which day/).fill('2099-05-01');
  await form.getByRole('button', { name: 'Keep it so' }).tap();
  await aminas.getByText(/To be heard: The digital board, on 1 May 2099/).waitFor();
});

test('the answer flows back to both boards, open all the while, and to their co-owners', async () => {
  await devs.getByRole('button', { name: 'Bring the answer' }).tap();
  const form = devs.getByRole('form', { name: 'What is the answer?' });
  await form.getByRole('radio', { name: 'In part' }).tap();
  await form.getByLabel('In their words').fill('Three people a side may read.');
  await form.getByLabel(/What happens next/).fill('Names go to Dev by Friday.');
  expect(await axe(devs)).toEqual([]);
  expect(await fitsWidth(devs)).toBe(true);
  await form.getByRole('button', { name: 'Bring it back to everybody' }).tap();
  for (const page of [aminas, graces]) {
    const shown = page.getByRole('list', { name: 'System ask for this blocker' });
    await shown.getByText('The answer: in part').waitFor();
    await shown.getByText('Names go to Dev by Friday.').waitFor();
  }
  const { sql, t } = browsing.server.app.db;
  const told = (await sql.select().from(t.notice)).filter((row) => row.what === 'system-ask.answered');
  expect(told.map((row) => [row.why, row.address])).toEqual([
    ['answer', systemAsk],
    ['answer', systemAsk],
  ]);
  expect(browsing.mishaps).toEqual([]);
});

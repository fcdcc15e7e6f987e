import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { aBoard } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, printTook, startBrowsing } from './browser.ts';

const stuck = 'The lift is too small for a bed';

let browsing: Browsing;
let id = '';
/** Ruth's phone, a co-owner's; Amina's desktop, a member's; Dev's phone, who has a key. */
let ruths: Page;
let aminas: Page;
let devs: Page;
let outsider: Somebody;
beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  const ruth = await server.join('Ruth');
  const amina = await server.join('Amina');
  const dev = await server.join('Dev');
  await dev.call.people.change({ roleTitle: 'Estates manager', titleShown: true });
  outsider = dev;
  id = await aBoard(server.app, { [ruth.personId]: 'co-owner', [amina.personId]: 'member' });
  const come = async (page: Page, somebody: Somebody) => {
    await comeInAs(page, somebody, server.url);
    return page;
  };
  [ruths, aminas, devs] = await Promise.all([
    come(await browsing.newPhone(), ruth),
    come(await browsing.newDesktop(), amina),
    come(await browsing.newPhone(), dev),
  ]);
});
afterAll(() => browsing.close());

test('four taps raise a blocker, and everybody on the board sees it', async () => {
  await aminas.goto(`/initiatives/${id}`);
  await ruths.goto(`/initiatives/${id}/blockers`);
  await ruths.getByRole('button', { name: 'Raise a blocker' }).tap();
  await ruths.getByRole('textbox', { name: 'What is stuck?' }).fill(stuck);
  await ruths.getByRole('button', { name: 'Next' }).tap();
  const kinds = ruths
    .getByRole('group', { name: /Step 2 of 4/ })
    .getByRole('list')
    .getByRole('button');
  await expect.poll(async () => (await kinds.allTextContents()).slice(0, 4)).toEqual(['Regulation', 'Funding', 'Training', 'Culture']);
  await ruths.getByRole('button', { name: 'Space', exact: true }).tap();
  await ruths.getByRole('textbox', { name: 'What would free us?' }).fill('A bed that fits, or another lift.');
  await ruths.getByRole('button', { name: 'Next' }).tap();
  await ruths.getByRole('textbox', { name: /Who could free it/ }).fill('Somebody in estates');
  await ruths.getByRole('button', { name: 'Put it on the board' }).tap();
  await aminas.getByRole('heading', { name: stuck }).waitFor();
});

test('the ladder offers the nearest rung first: try a part of it, a neighbour, a sponsor, bigger than us', async () => {
  const ladder = ladderOf(ruths);
  const rungs = async (): Promise<(string | undefined)[]> =>
    (await ladder.locator(':scope > li').allTextContents()).map((text) => /15 %|neighbour|open this door|bigger than us/.exec(text)?.[0]);
  await expect.poll(rungs).toEqual(['15 %', 'neighbour', 'open this door', 'bigger than us']);
  await ladder.getByRole('button', { name: 'See how others got past it' }).tap();
  await ladder.getByText('Nobody here has told yet how they got past a blocker like this.').waitFor();
  expect(await axe(ruths)).toEqual([]);
  expect(await fitsWidth(ruths)).toBe(true);
});

test('somebody who could free it is asked by name, and the clock runs in public', async () => {
  await devs.goto('/sponsor');
  await devs.getByText('Nobody waits for your answer').waitFor();
  await ladderOf(ruths).getByRole('button', { name: 'Ask somebody who could free it' }).tap();
  const form = ruths.getByRole('form', { name: 'Ask somebody who could free this' });
  await form.getByRole('searchbox', { name: 'Who could free it?' }).fill('estates');
  await form.getByRole('button', { name: 'Ask Dev, Estates manager' }).tap();
  await form.getByLabel('What do you ask of them?').fill('Could a wider lift go into the next plan?');
  expect(await axe(ruths)).toEqual([]);
  await form.getByRole('button', { name: 'Ask', exact: true }).tap();
  await ladderOf(ruths).getByText('No answer yet').waitFor();
  await aminas.getByText('Could a wider lift go into the next plan?').waitFor();
  await aminas.getByText('No answer yet').waitFor();
  await devs.getByText('1 ask waits, since today.').waitFor();
});

test('the answer is on every open board at once', async () => {
  const began = performance.now();
  await devs.getByRole('button', { name: `Answer: ${stuck}` }).tap();
  const form = devs.getByRole('form', { name: 'Your answer' });
  await form.getByRole('radio', { name: 'I will', exact: true }).tap();
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  expect(await axe(devs)).toEqual([]);
  await form.getByLabel('By when?').fill('2099-05-01');
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await devs.getByText('Nothing waits for your answer.').waitFor();
  printTook('walk 5, an answer on the page of sponsors', began);
  await aminas.getByText('Will do it, by 1 May 2099').waitFor();
  await ladderOf(ruths).getByText('Will do it, by 1 May 2099').waitFor();
  await expect.poll(() => aminas.getByText('No answer yet').count()).toBe(0);
});

test('freed, with how, it helps the next team that is stuck on the same thing', async () => {
  await aminas.getByRole('combobox', { name: new RegExp(stuck) }).selectOption('Freed');
  const dialog = aminas.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'How was it freed?' }).fill('We measured the beds, and bought narrower ones.');
  await dialog.getByRole('button', { name: 'Yes, it is freed' }).click();
  await ruths.getByText('We measured the beds, and bought narrower ones.').first().waitFor();
  expect(await axe(aminas)).toEqual([]);
  const { items } = await outsider.call.asks.freed({ kind: 'space', search: 'narrower' });
  expect(items).toMatchObject([{ title: stuck, how: 'We measured the beds, and bought narrower ones.' }]);
  expect(browsing.mishaps).toEqual([]);
});

function ladderOf(page: Page) {
  return page.getByRole('list', { name: 'What could we do next, the nearest step first' });
}

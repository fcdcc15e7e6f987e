/** Walk 4: several people on one live board: the purpose, cards, their order, what is put away, no line, no right. */
import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { boardExport } from '#shared/board/export-format.ts';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, printTook, startBrowsing } from './browser.ts';

let browsing: Browsing;
let id = '';
let amina: Somebody;
let ruth: Somebody;
let terry: Somebody;
/** Amina and Ruth at a desk each, Terry reading on his phone. */
let aminas: Page;
let ruths: Page;
let terrys: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  [amina, ruth, terry] = [await server.join('Amina'), await server.join('Ruth'), await server.join('Terry')];
  id = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  [aminas, ruths, terrys] = [await browsing.newDesktop(), await browsing.newDesktop(), await browsing.newPhone()];
  await Promise.all([comeInAs(aminas, amina, server.url), comeInAs(ruths, ruth, server.url), comeInAs(terrys, terry, server.url)]);
});
afterAll(() => browsing.close());

const purposeOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Purpose/ });
const section = (page: Page, name: string): Locator => page.getByRole('region', { name: new RegExp(`^${name}`) });
const card = (page: Page, title: string): Locator => page.getByRole('article', { name: title, exact: true });
const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();

async function titlesIn(page: Page, name: string): Promise<string[]> {
  return section(page, name).getByRole('article').getByRole('heading', { level: 3 }).allTextContents();
}

async function add(page: Page, button: string, title: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: `Done: ${title}` }).click();
}

test('the board opens with its purpose, and takes the first letter; how soon is printed', async () => {
  const began = performance.now();
  await aminas.goto(`/initiatives/${id}`);
  await purposeOf(aminas).click();
  await aminas.keyboard.press('Control+End');
  await aminas.keyboard.type(' A');
  await aminas.getByText(`${startingPurpose} A`).first().waitFor();
  printTook('walk 4, from opening the board to the first letter in it', began);
  await saved(aminas);
  await aminas.keyboard.press('Backspace');
  await aminas.keyboard.press('Backspace');
});

test('two people type in the purpose at once: both see the same, each sees the other by name', async () => {
  await ruths.goto(`/initiatives/${id}`);
  await purposeOf(ruths).click();
  await ruths.keyboard.press('Control+Home');
  await aminas.keyboard.press('Control+End');
  await Promise.all([ruths.keyboard.type('In our town, ', { delay: 15 }), aminas.keyboard.type(' And nobody waits alone.', { delay: 15 })]);
  const both = `In our town, ${startingPurpose} And nobody waits alone.`;
  for (const page of [aminas, ruths])
    await expect.poll(async () => (await purposeOf(page).innerText()).replaceAll(/\u2060|Amina|Ruth|\n/g, '')).toBe(both);
  await aminas.getByText('Ruth is in Purpose').waitFor();
  await ruths.getByText('Amina is in Purpose').waitFor();
  await expect.poll(() => purposeOf(aminas).getByText('Ruth', { exact: true }).count()).toBe(1);
  await saved(aminas);
  await saved(ruths);
  await expect.poll(async () => (await terry.call.initiatives.read({ id })).purpose).toBe(both);
});

test('undo takes back my own words and leaves the other person’s', async () => {
  await aminas.keyboard.press('Control+z');
  await expect.poll(() => purposeOf(ruths).innerText()).not.toContain('alone');
  await expect.poll(() => purposeOf(ruths).innerText()).toContain('In our town');
  await aminas.getByRole('button', { name: 'Do my last change again' }).click();
  await expect.poll(() => purposeOf(ruths).innerText()).toContain('alone');
});

test('formatting comes through, and the toolbar works from the keyboard', async () => {
  await purposeOf(aminas).click();
  await aminas.keyboard.press('Control+a');
  await aminas.keyboard.press('Tab');
  await aminas.keyboard.press('ArrowRight');
  await aminas.keyboard.press('Enter');
  await expect.poll(() => purposeOf(ruths).locator('em').count()).toBeGreaterThan(0);
  await aminas.keyboard.press('Control+z');
  await expect.poll(() => purposeOf(ruths).locator('em').count()).toBe(0);
});

test('a card that two people edit at once holds what both wrote, and shows who is in it', async () => {
  await add(aminas, 'Ask a question', 'Who waits longest?');
  await card(ruths, 'Who waits longest?')
    .getByRole('button', { name: /^Write in it/ })
    .click();
  await card(aminas, 'Who waits longest?')
    .getByRole('button', { name: /^Write in it/ })
    .click();
  const why = (page: Page) => card(page, 'Who waits longest?').getByRole('textbox', { name: 'Why does it matter?' });
  await why(ruths).fill('People give up. ');
  await expect.poll(() => why(aminas).inputValue()).toBe('People give up. ');
  await why(aminas).click();
  await aminas.keyboard.press('Control+End');
  await why(ruths).click();
  await ruths.keyboard.press('Control+Home');
  await Promise.all([aminas.keyboard.type('They do not come back.', { delay: 15 }), ruths.keyboard.type('We saw it: ', { delay: 15 })]);
  for (const page of [aminas, ruths]) await expect.poll(() => why(page).inputValue()).toBe('We saw it: People give up. They do not come back.');
  await card(aminas, 'Who waits longest?').getByRole('list', { name: 'In this card now' }).getByRole('img', { name: 'Ruth' }).waitFor();
  for (const page of [aminas, ruths]) await page.getByRole('button', { name: 'Done: Who waits longest?' }).click();
  await card(ruths, 'Who waits longest?').getByText('They do not come back.').waitFor();
});

test('cards are put in order with buttons, with the keyboard and by dragging', async () => {
  await add(aminas, 'Ask a question', 'What did we not see?');
  await add(aminas, 'Ask a question', 'What would happen if we asked?');
  const order = (page: Page) => titlesIn(page, 'Questions and decisions');
  await expect.poll(() => order(ruths)).toEqual(['Who waits longest?', 'What did we not see?', 'What would happen if we asked?']);

  await card(ruths, 'What would happen if we asked?').getByRole('button', { name: /^Move/ }).click();
  await card(ruths, 'What would happen if we asked?').getByRole('button', { name: 'To the top' }).click();
  await expect.poll(() => order(aminas)).toEqual(['What would happen if we asked?', 'Who waits longest?', 'What did we not see?']);
  await card(ruths, 'What would happen if we asked?').getByRole('button', { name: 'Done' }).click();

  await card(aminas, 'What would happen if we asked?')
    .getByRole('button', { name: /^Hold and drag/ })
    .focus();
  await aminas.keyboard.press('Space');
  await aminas.getByText(/What would happen if we asked\? is over place 1 of 3/).waitFor({ state: 'attached' });
  // A key pressed before the card has been measured goes by; nobody presses that fast, so it is pressed again.
  const second = aminas.getByText(/is over place 2 of 3/);
  await expect
    .poll(async () => {
      if ((await second.count()) === 0) await aminas.keyboard.press('ArrowDown', { delay: 200 });
      return second.count();
    })
    .toBe(1);
  await aminas.keyboard.press('Space');
  await expect.poll(() => order(ruths)).toEqual(['Who waits longest?', 'What would happen if we asked?', 'What did we not see?']);

  const grip = card(ruths, 'What did we not see?').getByRole('button', { name: /^Hold and drag/ });
  await grip.scrollIntoViewIfNeeded();
  const from = await grip.boundingBox();
  const to = await card(ruths, 'Who waits longest?').boundingBox();
  if (from === null || to === null) throw new Error('there is nothing to drag');
  await ruths.mouse.move(from.x + 5, from.y + 5);
  await ruths.mouse.down();
  await ruths.mouse.move(from.x + 5, from.y - 30, { steps: 4 });
  await ruths.mouse.move(to.x + 20, to.y + 20, { steps: 12 });
  await ruths.mouse.up();
  await expect.poll(() => order(aminas)).toEqual(['What did we not see?', 'Who waits longest?', 'What would happen if we asked?']);
});

test('what is put away keeps every word, and comes back', async () => {
  await card(aminas, 'Who waits longest?')
    .getByRole('button', { name: /^Write in it/ })
    .click();
  await aminas.getByRole('button', { name: 'Put away: Who waits longest?' }).click();
  await card(ruths, 'Who waits longest?').waitFor({ state: 'detached' });
  await section(ruths, 'Questions and decisions').getByRole('button', { name: '1 card put away' }).click();
  await ruths.getByRole('button', { name: 'Bring it back: Who waits longest?' }).click();
  await card(aminas, 'Who waits longest?').getByText('They do not come back.').waitFor();
});

test('without a line people keep writing; what both wrote is there when it comes back, and a closed page loses nothing', async () => {
  await saved(ruths);
  await ruths.context().setOffline(true);
  await ruths.getByText('No connection. Your words are kept on this device.').waitFor();
  await card(ruths, 'What did we not see?')
    .getByRole('button', { name: /^Write in it/ })
    .click();
  await card(ruths, 'What did we not see?').getByRole('textbox', { name: 'What did we find out?' }).fill('The night.');
  await card(aminas, 'What did we not see?')
    .getByRole('button', { name: /^Write in it/ })
    .click();
  await card(aminas, 'What did we not see?').getByRole('textbox', { name: 'Why does it matter?' }).fill('We only came by day.');
  await saved(aminas);
  const context = ruths.context();
  await ruths.close();
  await context.setOffline(false);
  ruths = await context.newPage();
  await ruths.goto(`/initiatives/${id}`);
  for (const words of ['The night.', 'We only came by day.']) await card(ruths, 'What did we not see?').getByText(words).waitFor();
  await expect
    .poll(() => card(aminas, 'What did we not see?').getByRole('textbox', { name: 'What did we find out?' }).inputValue())
    .toBe('The night.');
  await aminas.getByRole('button', { name: 'Done: What did we not see?' }).click();
  await saved(ruths);
});

test('who comes back reads what moved, each line leads to its card; everything that happened is a tap away', async () => {
  await amina.call.boards.looked({ id });
  await add(ruths, 'Write down a lesson', 'Come at night too');
  await saved(ruths);
  await aminas.reload();
  const strip = aminas.getByRole('region', { name: /^What moved since you looked/ });
  await strip.getByRole('link', { name: 'Ruth added: Come at night too' }).click();
  await expect.poll(() => aminas.evaluate(() => document.activeElement?.id.startsWith('card-'))).toBe(true);
  await strip.getByRole('button', { name: 'Thank you, seen' }).click();
  await strip.waitFor({ state: 'detached' });
  await aminas.getByRole('button', { name: 'What happened' }).click();
  const dialog = aminas.getByRole('dialog', { name: 'What happened here' });
  await dialog.getByText('Amina put away: Who waits longest?').waitFor();
  expect(await axe(aminas)).toEqual([]);
  await aminas.keyboard.press('Escape');
});

test('somebody who is not in it reads everything live, is told why they can not write, and finds nothing to press', async () => {
  await terrys.goto(`/initiatives/${id}/questions`);
  await card(terrys, 'Who waits longest?').waitFor();
  await terrys.getByText('Join this initiative first.').first().waitFor();
  await expect.poll(() => terrys.getByRole('button', { name: /^(Write in it|Ask a question|Put away|Move)/ }).count()).toBe(0);
  await add(aminas, 'Ask a question', 'Is Terry reading this?');
  await card(terrys, 'Is Terry reading this?').waitFor();
  await terrys.goto(`/initiatives/${id}`);
  await terrys.getByText('And nobody waits alone.').waitFor();
  await expect.poll(() => terrys.getByRole('textbox').count()).toBe(0);
});

test('words that are refused come back to copy, and the board is as everybody else sees it', async () => {
  await ruths.context().setOffline(true);
  await ruths.getByText('No connection. Your words are kept on this device.').waitFor();
  await card(ruths, 'Come at night too')
    .getByRole('button', { name: /^Write in it/ })
    .click();
  await card(ruths, 'Come at night too').getByRole('textbox', { name: 'What is your advice?' }).fill('Bring a torch.');
  await ruth.call.initiatives.leave({ id });
  await ruths.context().setOffline(false);
  const kept = ruths.getByRole('group', { name: 'Here are your words. Nothing you wrote is lost.' });
  await kept.getByText('Bring a torch.').waitFor({ timeout: 60_000 });
  await ruths.getByText('You are reading this board.').waitFor();
  await expect.poll(() => card(ruths, 'Come at night too').getByText('Bring a torch.').count()).toBe(0);
  expect(await axe(ruths)).toEqual([]);
  await kept.getByRole('button', { name: 'I have kept them' }).click();
  await kept.waitFor({ state: 'detached' });
});

test('an NHS number never leaves the page it was typed on', async () => {
  await purposeOf(aminas).click();
  await aminas.keyboard.press('Control+End');
  await aminas.keyboard.type(' 943 476 5919');
  await aminas.getByText('This looks like an NHS number.').first().waitFor();
  await expect.poll(() => purposeOf(aminas).innerText()).not.toContain('943 476 5919');
  await aminas.keyboard.press('Control+z');
});

test('the board goes along as a page and as data', async () => {
  const took = async (name: string): Promise<string> => {
    const [download] = await Promise.all([aminas.waitForEvent('download'), aminas.getByRole('link', { name }).click()]);
    return readFileSync(await download.path(), 'utf8');
  };
  const page = await took('As a page of text (Markdown)');
  expect(page).toContain('### Come at night too');
  const data: unknown = JSON.parse(await took('As data (JSON)'));
  expect(boardExport.parse(data).initiative.id).toBe(id);
});

test('on a phone one section is shown at a time; arrows and a list lead to the others', async () => {
  const phone = await browsing.newPhone();
  await comeInAs(phone, amina, browsing.server.url);
  await phone.goto(`/initiatives/${id}`);
  await purposeOf(phone).waitFor();
  await phone.getByRole('link', { name: 'On to: Sparks' }).tap();
  await phone.getByRole('heading', { level: 2, name: /^Sparks/ }).waitFor();
  await ruths.getByText('Amina is in Sparks').waitFor();
  await phone.getByRole('button', { name: /^Sparks/ }).tap();
  expect(await axe(phone)).toEqual([]);
  await phone
    .getByRole('dialog')
    .getByRole('link', { name: /^Questions and decisions/ })
    .tap();
  await card(phone, 'Who waits longest?').waitFor();
  await expect.poll(() => phone.getByRole('article').count()).toBe(4);
  await card(phone, 'Who waits longest?')
    .getByRole('button', { name: /^Write in it/ })
    .tap();
  expect(await axe(phone)).toEqual([]);
  expect(await fitsWidth(phone)).toBe(true);
});

test('every part of a board is readable by everybody, wide and narrow, in light and dark', async () => {
  await aminas.goto(`/initiatives/${id}`);
  await purposeOf(aminas).waitFor();
  expect(await axe(aminas)).toEqual([]);
  await aminas.setViewportSize({ width: 320, height: 256 });
  await purposeOf(aminas).waitFor();
  expect(await fitsWidth(aminas)).toBe(true);
  expect(browsing.mishaps).toEqual([]);
});

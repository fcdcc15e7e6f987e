/** Walk 4 when a board has grown full: a co-owner makes room with the keyboard, everybody goes on, and a phone without a line keeps its words. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import { fillUp } from '#tests/helpers/a-full-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';
import { readyForALift, saved } from './without-a-line.ts';

let browsing: Browsing;
let amina: Somebody;
let ruth: Somebody;
let id = '';
beforeAll(async () => {
  browsing = await startBrowsing();
  [amina, ruth] = [await browsing.server.join('Amina'), await browsing.server.join('Ruth')];
  id = await aBoard(browsing.server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  await fillUp(browsing.server.app, id, amina.personId, 165_000);
});
afterAll(() => browsing.close());

const purposeOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Purpose/ });
const filling = (page: Page): Locator => page.getByRole('group', { name: /^This board is 8\d% full$/ });

async function writeAtTheEnd(page: Page, words: string): Promise<void> {
  await purposeOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

test('[B52] [B45] [B36] a board says how full it is; a co-owner makes room, pages go on as they were, and what a phone wrote without a line is handed back to it', async () => {
  const [aminas, watching, ruths] = [await browsing.newDesktop(), await browsing.newDesktop(), await browsing.newPhone()];
  await Promise.all([
    comeInAs(aminas, amina, browsing.server.url),
    comeInAs(watching, ruth, browsing.server.url),
    comeInAs(ruths, ruth, browsing.server.url),
  ]);
  await Promise.all([aminas.goto(`/initiatives/${id}`), watching.goto(`/initiatives/${id}`), readyForALift(ruths, id)]);
  await Promise.all([aminas, watching].map(saved));

  await filling(watching).getByText('A co-owner can make room.').waitFor();
  await expect.poll(() => watching.getByRole('button', { name: 'Make room' }).count()).toBe(0);
  await ruths.context().setOffline(true);
  await ruths.getByText('No connection. Your words are kept on this device.').waitFor();
  await writeAtTheEnd(ruths, ' From the lift.');

  const open = filling(aminas).getByRole('button', { name: 'Make room', exact: true });
  await open.focus();
  await aminas.keyboard.press('Enter');
  const yes = aminas.getByRole('button', { name: 'Yes, make room' });
  await aminas.getByText(/^The board as it is now is kept for 7 days/).waitFor();
  expect(await axe(aminas)).toEqual([]);
  await aminas.keyboard.press('Tab');
  await expect.poll(() => yes.evaluate((button) => button === document.activeElement)).toBe(true);
  await aminas.keyboard.press('Enter');
  await aminas.getByRole('group', { name: /^There is room again: this board is \d% full now/ }).waitFor();
  await expect.poll(() => aminas.evaluate(() => document.activeElement !== document.body)).toBe(true);

  await filling(watching).waitFor({ state: 'detached' });
  await saved(watching);
  await writeAtTheEnd(watching, ' And on.');
  await expect.poll(() => purposeOf(aminas).innerText()).toContain(`${startingPurpose} And on.`);

  await ruths.context().setOffline(false);
  const back = ruths.getByRole('group', { name: 'Here are your words. Nothing you wrote is lost.' });
  await back.getByText('From the lift.').waitFor();
  await ruths.getByText(/^A co-owner opened this board anew/).waitFor();
  await expect.poll(() => purposeOf(ruths).innerText()).toContain(`${startingPurpose} And on.`);
  await expect.poll(async () => (await amina.call.initiatives.read({ id })).purpose).toBe(`${startingPurpose} And on.`);
  expect(await fitsWidth(ruths)).toBe(true);

  await aminas.getByRole('button', { name: 'What happened' }).click();
  const dialog = aminas.getByRole('dialog', { name: 'What happened here' });
  await dialog.getByText('You made room on the board.').or(dialog.getByText('Amina made room on the board.')).first().waitFor();
  await dialog.getByText('Bring the board back to an earlier day').click();
  await dialog
    .getByRole('button', { name: /just before it was opened anew$/ })
    .first()
    .waitFor();
  expect(browsing.mishaps).toEqual([]);
});

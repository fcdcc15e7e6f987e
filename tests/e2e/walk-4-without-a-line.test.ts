/** Walk 4 in a lift: a board that was open here once opens again without a line, takes words, keeps the very last letter over a reload, and sends them later. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { type Browsing, comeInAs, startBrowsing } from './browser.ts';

let browsing: Browsing;
let id = '';
let amina: Somebody;
let phone: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
  amina = await browsing.server.join('Amina');
  id = await aBoard(browsing.server.app, { [amina.personId]: 'co-owner' });
  phone = await browsing.newPhone();
  await comeInAs(phone, amina, browsing.server.url);
});
afterAll(() => browsing.close());

const purpose = () => phone.getByRole('textbox', { name: /^Purpose/ });

test('[B48] words written without a line survive a reload within the same moment, and arrive once when the line is back', async () => {
  await phone.goto(`/initiatives/${id}`);
  await purpose().waitFor();
  await phone
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();
  // Everything the app is made of is on the device once its worker has taken over.
  await phone.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await phone.reload();
  await purpose().waitFor();
  await expect.poll(() => isKept(phone, id)).toBe(true);
  await phone.context().setOffline(true);
  await phone.getByText('No connection. Your words are kept on this device.').waitFor();
  await purpose().tap();
  await phone.keyboard.press('Control+End');
  await phone.keyboard.type(' Not even');
  await typeAndGo(phone, ' in the lift.');
  await expect.poll(() => purpose().innerText()).toContain('Not even in the lift.');
  await phone.getByText('No connection. Your words are kept on this device.').waitFor();
  expect((await amina.call.initiatives.read({ id })).purpose).toBe(startingPurpose);
  await phone.context().setOffline(false);
  await phone
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor({ timeout: 60_000 });
  expect((await amina.call.initiatives.read({ id })).purpose).toBe(`${startingPurpose} Not even in the lift.`);
  expect(await phone.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('kindling:letters:')))).toEqual([]);
  expect(browsing.mishaps).toEqual([]);
});

/** Types where the caret is, and loads the page again before anything that answers later could have answered. */
async function typeAndGo(page: Page, words: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.evaluate((typed) => {
    document.execCommand('insertText', false, typed);
    location.reload();
  }, words);
  await loaded;
}

/** Whether this device has a copy of the board; it is made a second after the board last changed. */
function isKept(page: Page, boardId: string): Promise<boolean> {
  return page.evaluate(async (key) => {
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('kindling-boards-'));
    if (found?.name === undefined) return false;
    const opening = indexedDB.open(found.name);
    await new Promise((done) => (opening.onsuccess = done));
    const reading = opening.result.transaction('boards').objectStore('boards').getKey(key);
    await new Promise((done) => (reading.onsuccess = done));
    opening.result.close();
    return reading.result !== undefined;
  }, `state/${boardId}`);
}

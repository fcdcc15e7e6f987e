/** Walk 4 in a lift: a board that was open here once opens again without a line, takes words, keeps the very last letter over a reload, and sends them later. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { type Browsing, comeInAs, startBrowsing } from './browser.ts';
import { readyForALift, saved, typeAndGo } from './without-a-line.ts';

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
  await readyForALift(phone, id);
  await phone.context().setOffline(true);
  await phone.getByText('No connection. Your words are kept on this device.').waitFor();
  await purpose().tap();
  await phone.keyboard.press('Control+End');
  await phone.keyboard.type(' Not even');
  await typeAndGo(phone, ' in the lift.');
  await expect.poll(() => purpose().innerText()).toContain('Not even in the lift.');
  await phone.getByText('No connection. Your words are kept on this device.').waitFor();
  await expect.poll(async () => (await amina.call.initiatives.read({ id })).purpose).toBe(startingPurpose);
  await phone.context().setOffline(false);
  await saved(phone);
  await expect.poll(async () => (await amina.call.initiatives.read({ id })).purpose).toBe(`${startingPurpose} Not even in the lift.`);
  await expect.poll(() => phone.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('kindling:letters:')))).toEqual([]);
  expect(browsing.mishaps).toEqual([]);
});

test('[B48] a page opened while the line breaks off gets its line and its editor once it is back, without being loaded again', async () => {
  const page = await browsing.newPhone();
  await comeInAs(page, amina, browsing.server.url);
  let kept = 0;
  await page.route(/\/assets\/(connection|purpose-editor)-[^/]+\.js$/, async (route) => {
    kept++;
    await route.abort('internetdisconnected');
  });
  await page.goto(`/initiatives/${id}`);
  await page.getByText(startingPurpose).waitFor();
  await expect.poll(() => kept).toBeGreaterThan(2);
  await page.unrouteAll();
  await saved(page);
  await page.getByRole('textbox', { name: /^Purpose/ }).waitFor();
  expect(browsing.mishaps).toEqual([]);
});

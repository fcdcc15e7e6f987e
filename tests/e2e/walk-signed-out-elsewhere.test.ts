/** Somebody signs out in one place while a page of theirs is open in another: it says what happened, leads in and back, and keeps what it may and no more. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';
import { cutLine, readyForALift, saved } from './without-a-line.ts';

let browsing: Browsing;
let ruth: Somebody;
let id = '';
let page: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
});
beforeEach(async () => {
  ruth = await browsing.server.join('Ruth');
  id = await aBoard(browsing.server.app, { [ruth.personId]: 'co-owner' });
  page = await browsing.newPhone();
  await comeInAs(page, ruth, browsing.server.url);
});
afterAll(() => browsing.close());

const signedOut = (): ReturnType<Page['getByRole']> => page.getByRole('alert').filter({ hasText: 'You are signed out' });
const kept = 'What you wrote here and was not sent yet is kept on this device for you.';

test('[B35] [B48] signed out from another device while she writes without a line: she is told, signs in, is back on the board, and her words arrive', async () => {
  const amina = await browsing.server.join('Amina');
  const email = (await ruth.call.people.me()).person?.email ?? '';
  await readyForALift(page, id);
  await page.context().setOffline(true);
  await page.getByText('No connection. Your words are kept on this device.').waitFor();
  await page.getByRole('textbox', { name: /^Purpose/ }).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' From the lift.');
  await ruth.call.people.signOutEverywhere();
  await page.context().setOffline(false);

  await signedOut().getByText(kept).waitFor();
  await expect.poll(() => page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  await signedOut().getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Your e-mail').fill(email);
  await page.getByLabel('Your password').fill('correct horse battery');
  await page.getByRole('button', { name: 'Come in' }).click();
  await page.waitForURL(`/initiatives/${id}`);
  await saved(page);
  await expect.poll(async () => (await amina.call.initiatives.read({ id })).purpose).toBe(`${startingPurpose} From the lift.`);
  expect(browsing.mishaps).toEqual([]);
});

test('[B51] signed out in another window: the board says so and leads back to the part that was open, and promises nothing of words', async () => {
  await page.goto(`/initiatives/${id}/questions`);
  await saved(page);
  await signOutBeside();
  await signedOut().waitFor();
  await expect.poll(() => signedOut().getByText(kept).count()).toBe(0);
  const way = await signedOut().getByRole('link', { name: 'Sign in' }).getAttribute('href');
  expect(way).toBe(`/sign-in?next=${encodeURIComponent(`/initiatives/${id}/questions`)}`);
  await page.reload();
  await page.getByText('Sign in to read this board').waitFor();
  expect(await axe(page)).toEqual([]);
  expect(browsing.mishaps).toEqual([]);
});

test('[B51] a page that has not heard of it keeps no draft and no spark of hers on the device, shows them while it lives, and then to nobody', async () => {
  await page.goto('/');
  const box = page.getByRole('textbox', { name: /^What did you see/ });
  await page.getByRole('link', { name: /^What you were told/ }).waitFor();
  const mend = await cutLine(page);
  await signOutBeside();
  await box.fill('The chair by the window.');
  await expect.poll(namesOfHers).toEqual([]);
  await expect.poll(() => box.inputValue()).toBe('The chair by the window.');
  await page.getByRole('button', { name: 'Post as Ruth' }).click();
  const waiting = page.getByText(/this browser will not keep it for you/);
  await waiting.first().waitFor();
  await expect.poll(namesOfHers).toEqual([]);
  await box.fill('And the lamp.');
  await mend();
  await page.getByRole('link', { name: 'Sign in' }).first().waitFor();
  await expect.poll(() => box.inputValue()).toBe('');
  await expect.poll(() => page.getByText('The chair by the window.').count()).toBe(0);
  await expect.poll(namesOfHers).toEqual([]);
  expect(browsing.mishaps).toEqual([]);
});

/** In another window of the same browser, with nothing unsent. */
async function signOutBeside(): Promise<void> {
  const second = await page.context().newPage();
  second.setDefaultTimeout(60_000);
  await second.goto('/you');
  await second.getByRole('button', { name: 'Sign out here' }).click();
  await second.waitForURL('/');
  await second.close();
}

/** What the device keeps under her name beside its database. */
function namesOfHers(): Promise<string[]> {
  return page.evaluate(
    (personId) => Object.keys(localStorage).filter((name) => name.includes(personId) && !name.includes('last-spark')),
    ruth.personId,
  );
}

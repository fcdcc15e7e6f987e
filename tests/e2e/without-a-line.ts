/** What walks do that lose their line: a board made ready for it, letters typed as the page goes. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

export const saved = (page: Page): Promise<void> =>
  page
    .getByRole('status')
    .filter({ hasText: /^Saved$/ })
    .waitFor();

/** Opens a board so that it opens again without a line: the app is on the device, and so is the board. */
export async function readyForALift(page: Page, boardId: string): Promise<void> {
  await page.goto(`/initiatives/${boardId}`);
  await saved(page);
  // Everything the app is made of is on the device once its worker has taken over.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  await page.reload();
  await saved(page);
  // A copy of the board is made a second after it last changed.
  await expect.poll(() => keptNames(page)).toContain(`state/${boardId}`);
}

/** Types where the caret is, and loads the page again before anything that answers later could have answered. */
export async function typeAndGo(page: Page, words: string): Promise<void> {
  const loaded = page.waitForEvent('load');
  await page.evaluate((typed) => {
    document.execCommand('insertText', false, typed);
    location.reload();
  }, words);
  await loaded;
}

/** Takes the line from this page alone: other pages of its browser keep theirs. @returns what gives it back */
export async function cutLine(page: Page): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const emulate = (offline: boolean): Promise<unknown> =>
    session.send('Network.emulateNetworkConditions', { offline, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await emulate(true);
  return async () => void (await emulate(false));
}

/** What this device keeps of boards for the one person who has been here. */
export function keptNames(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const letters = Object.keys(localStorage).filter((name) => name.startsWith('kindling:letters:'));
    const found = (await indexedDB.databases()).find(({ name }) => name?.startsWith('kindling-boards-'));
    if (found?.name === undefined) return letters;
    const opening = indexedDB.open(found.name);
    await new Promise((done) => (opening.onsuccess = done));
    const reading = opening.result.transaction('boards').objectStore('boards').getAllKeys();
    await new Promise((done) => (reading.onsuccess = done));
    opening.result.close();
    return [...letters, ...reading.result.map(String)];
  });
}

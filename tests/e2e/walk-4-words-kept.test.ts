/** Walk 4 when things go wrong: everything deleted, two pages without a line, a tablet that is shared, somebody who signs out too soon. No word is lost. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard, keepDay, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';
import { cutLine, keptNames, readyForALift, saved, typeAndGo } from './without-a-line.ts';

let browsing: Browsing;
let amina: Somebody;
let ruth: Somebody;
let id = '';
let ruths: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
  [amina, ruth] = [await browsing.server.join('Amina'), await browsing.server.join('Ruth')];
});
beforeEach(async () => {
  id = await aBoard(browsing.server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  ruths = await browsing.newPhone();
  await comeInAs(ruths, ruth, browsing.server.url);
});
afterAll(() => browsing.close());

const purposeOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Purpose/ });
const offline = (page: Page): Promise<void> => page.getByText('No connection. Your words are kept on this device.').waitFor();
const handedBack = (page: Page): Locator => page.getByRole('group', { name: 'Here are your words. Nothing you wrote is lost.' });
const purposeNow = async (): Promise<string> => (await amina.call.initiatives.read({ id })).purpose;

async function reads(page: Page, words: string): Promise<void> {
  await expect.poll(() => purposeOf(page).innerText()).toBe(words);
}

async function writeAtTheEnd(page: Page, words: string): Promise<void> {
  await purposeOf(page).click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(words);
}

/** Another page of the same browser, as a second tab is. */
async function besideIt(page: Page): Promise<Page> {
  const second = await page.context().newPage();
  second.setDefaultTimeout(60_000);
  return second;
}

test('[B36] [B39] [B49] everything is deleted; a co-owner brings the board back, other pages follow, and words of a device without a line are offered to it', async () => {
  const asked = { id: newId(), kind: 'question', values: { title: 'Who waits longest?' } } as const;
  await browsing.server.app.boards.edit(id, amina.personId, (doc) => addElement(doc, { ...asked, position: endPosition(doc) }));
  await keepDay(browsing.server.app, id);
  const [aminas, watching] = [await browsing.newDesktop(), await browsing.newDesktop()];
  await Promise.all([comeInAs(aminas, amina, browsing.server.url), comeInAs(watching, ruth, browsing.server.url)]);
  await Promise.all([aminas.goto(`/initiatives/${id}`), watching.goto(`/initiatives/${id}`), readyForALift(ruths, id)]);
  await saved(watching);
  await ruths.context().setOffline(true);
  await offline(ruths);
  await writeAtTheEnd(ruths, ' From the lift.');

  await deleteEverything(aminas);
  const theirs = watching.getByRole('article', { name: 'Who waits longest?' });
  await theirs.waitFor({ state: 'detached' });
  await expect.poll(() => purposeOf(watching).innerText()).not.toContain(startingPurpose);

  await bringBack(aminas);
  await theirs.waitFor();
  await reads(watching, startingPurpose);

  await ruths.context().setOffline(false);
  await handedBack(ruths).getByText('From the lift.').waitFor();
  await reads(ruths, startingPurpose);
  expect(await axe(ruths)).toEqual([]);
  expect(await fitsWidth(ruths)).toBe(true);
  await ruths.reload();
  await handedBack(ruths).getByText('From the lift.').waitFor();
  await handedBack(ruths).getByRole('button', { name: 'I have kept them' }).click();
  await ruths.reload();
  await saved(ruths);
  await expect.poll(() => handedBack(ruths).count()).toBe(0);
  await expect.poll(purposeNow).toBe(startingPurpose);
});

async function deleteEverything(page: Page): Promise<void> {
  await purposeOf(page).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  const card = page.getByRole('article', { name: 'Who waits longest?' });
  await card.getByRole('button', { name: /^Write in it/ }).click();
  await page.getByRole('button', { name: 'Put away: Who waits longest?' }).click();
}

/** To the first day that is kept. */
async function bringBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'What happened' }).click();
  const dialog = page.getByRole('dialog', { name: 'What happened here' });
  await dialog.getByText('Bring the board back to an earlier day').click();
  const days = dialog.getByRole('button', { name: /^As it was on/ });
  await days.last().click();
  await dialog.getByText(/^Everybody will see the board as it was on/).waitFor();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Yes, bring it back' }).click();
  await days.first().waitFor();
}

test('[B35] [B48] two pages of one person, both without a line and both loaded again mid-word: all they wrote is there once', async () => {
  await readyForALift(ruths, id);
  const second = await besideIt(ruths);
  await second.goto(`/initiatives/${id}`);
  await saved(second);
  await ruths.context().setOffline(true);
  for (const page of [ruths, second]) await offline(page);
  await writeAtTheEnd(ruths, ' One');
  await typeAndGo(ruths, ' page.');
  await writeAtTheEnd(second, ' Another');
  await typeAndGo(second, ' one.');
  for (const page of [ruths, second]) await offline(page);
  await ruths.context().setOffline(false);
  const both = new RegExp(`^${startingPurpose}( One page\\.| Another one\\.){2}$`);
  await expect.poll(purposeNow).toMatch(both);
  const words = await purposeNow();
  expect(words).toContain(' One page.');
  expect(words).toContain(' Another one.');
  for (const page of [ruths, second]) {
    await saved(page);
    await reads(page, words);
  }
});

test('[B35] [B50] on a shared tablet nobody sends or sees what another wrote there; it is sent when its writer is back', async () => {
  await readyForALift(ruths, id);
  await ruths.context().setOffline(true);
  await offline(ruths);
  await writeAtTheEnd(ruths, ' Hers alone.');
  // Amina signs in while Ruth's page is still open.
  await comeInAs(ruths, amina, browsing.server.url);
  await ruths.context().setOffline(false);
  await reads(ruths, startingPurpose);
  await saved(ruths);
  await ruths.reload();
  await saved(ruths);
  await reads(ruths, startingPurpose);
  await writeAtTheEnd(ruths, ' Amina’s.');
  await expect.poll(purposeNow).toBe(`${startingPurpose} Amina’s.`);
  await expect.poll(() => handedBack(ruths).count()).toBe(0);
  await comeInAs(ruths, ruth, browsing.server.url);
  await ruths.reload();
  await expect.poll(purposeNow).toContain(' Hers alone.');
  await reads(ruths, await purposeNow());
  await expect.poll(async () => (await purposeNow()).length).toBe(`${startingPurpose} Hers alone. Amina’s.`.length);
});

test('[B51] signing out speaks of words that have not been sent and keeps them where it fails; where there are none it is silent, and nothing stays', async () => {
  await readyForALift(ruths, id);
  await ruths.context().setOffline(true);
  await offline(ruths);
  await writeAtTheEnd(ruths, ' Not yet sent.');
  await ruths.goto('/you');
  await ruths.getByRole('button', { name: 'Sign out here' }).click();
  const dialog = ruths.getByRole('dialog', { name: 'Sign out' });
  await dialog.getByText(/^There are words on this device that have not been sent yet/).waitFor();
  expect(await axe(ruths)).toEqual([]);
  await dialog.getByRole('button', { name: 'Sign out all the same' }).click();
  await dialog.getByText('There is no connection right now.').waitFor();
  await dialog.getByRole('button', { name: 'Stay signed in' }).click();
  await ruths.context().setOffline(false);
  await ruths.goto(`/initiatives/${id}`);
  await saved(ruths);
  await expect.poll(purposeNow).toBe(`${startingPurpose} Not yet sent.`);
  await signOutBeside(ruths);
  await ruths.getByRole('alert').filter({ hasText: 'You are signed out' }).waitFor();
  await expect.poll(() => keptNames(ruths)).toEqual(['sign-outs']);
  expect(browsing.mishaps).toEqual([]);
});

/** In another page of the same browser, while this one has no line; somebody goes on writing in it. */
async function signOutBeside(page: Page): Promise<void> {
  const mend = await cutLine(page);
  await offline(page);
  const second = await besideIt(page);
  await second.goto('/you');
  await second.getByRole('button', { name: 'Sign out here' }).click();
  await second.waitForURL('/');
  await expect.poll(() => second.getByRole('dialog').count()).toBe(0);
  await writeAtTheEnd(page, ' Too late.');
  await page.getByText(/^No connection, and this device does not keep your words/).waitFor();
  await mend();
}

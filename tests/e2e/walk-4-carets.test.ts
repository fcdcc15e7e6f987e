/** Walk 4 on a phone beside somebody who types: their name stands on their caret. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBoard } from '#tests/helpers/a-board.ts';
import { type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
beforeAll(async () => {
  browsing = await startBrowsing();
});
afterAll(() => browsing.close());

const purposeOf = (page: Page): Locator => page.getByRole('textbox', { name: /^Purpose/ });

test('a name on a caret at the end of a line makes the page of a phone no wider', async () => {
  const { server } = browsing;
  const [amina, ruth] = [await server.join('Amina'), await server.join('Ruth')];
  const id = await aBoard(server.app, { [amina.personId]: 'co-owner', [ruth.personId]: 'member' });
  const [phone, desktop] = [await browsing.newPhone(), await browsing.newDesktop()];
  await Promise.all([comeInAs(phone, amina, server.url), comeInAs(desktop, ruth, server.url)]);
  await Promise.all([phone.goto(`/initiatives/${id}`), desktop.goto(`/initiatives/${id}`)]);
  await purposeOf(desktop).click();
  await desktop.keyboard.press('Control+End');
  const name = purposeOf(phone).getByText('Ruth', { exact: true });
  await name.waitFor();
  let farthest = 0;
  for (let typed = 1; typed <= 24; typed++) {
    await desktop.keyboard.type('m');
    await expect.poll(() => purposeOf(phone).innerText()).toContain('m'.repeat(typed));
    const { x, width } = (await name.boundingBox()) ?? { x: 0, width: 0 };
    farthest = Math.max(farthest, x + width);
    expect(await fitsWidth(phone)).toBe(true);
  }
  // It did stand beyond the words.
  expect(farthest).toBeGreaterThan(345);
  expect(browsing.mishaps).toEqual([]);
});

/** Walk 4 on a tablet: the board beside each other one way round, a section at a time the other. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBoard } from '#tests/helpers/a-board.ts';
import { type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
let tablet: Page;
let id = '';

beforeAll(async () => {
  browsing = await startBrowsing();
  const amina = await browsing.server.join('Amina');
  id = await aBoard(browsing.server.app, { [amina.personId]: 'co-owner' });
  tablet = await browsing.newDesktop();
  await comeInAs(tablet, amina, browsing.server.url);
  await tablet.goto(`/initiatives/${id}`);
});
afterAll(() => browsing.close());

test('whoever turns a tablet stays in their section, with what they had open and written in it', async () => {
  await tablet.getByRole('button', { name: 'Ask a question', exact: true }).click();
  await tablet.keyboard.type('Half a quest');
  const box = tablet.getByRole('textbox').and(tablet.locator(':focus'));
  await expect.poll(() => box.inputValue()).toBe('Half a quest');
  await tablet.setViewportSize({ width: 768, height: 1024 });
  await tablet.getByRole('button', { name: /^Questions and decisions/ }).waitFor();
  await expect.poll(() => tablet.getByRole('heading', { level: 2 }).count()).toBe(1);
  expect(await fitsWidth(tablet)).toBe(true);
  await tablet.keyboard.type('ion');
  await expect.poll(() => box.inputValue()).toBe('Half a question');
  await tablet.setViewportSize({ width: 1440, height: 900 });
  await tablet.getByRole('region', { name: /^Blockers/ }).waitFor();
  await expect.poll(() => box.inputValue()).toBe('Half a question');
  expect(browsing.mishaps).toEqual([]);
});

test('the page itself asks for what a board needs, also while its scripts do not come; elsewhere it does not', async () => {
  const page = await browsing.newPhone();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route('**/assets/index-*.js', (route) => route.abort());
  await page.goto('/about');
  expect(asked.filter((file) => file.includes('initiative-page'))).toEqual([]);
  await page.goto(`/initiatives/${id}`);
  const needed = ['/assets/initiative-page-', '/assets/en-later-', '/assets/connection-', '/assets/purpose-editor-'];
  await expect.poll(() => needed.filter((name) => !asked.some((file) => file.startsWith(name)))).toEqual([]);
});

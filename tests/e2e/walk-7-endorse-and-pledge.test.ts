import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appendToPurpose } from '#shared/board/append-purpose.ts';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
let dev: Somebody;
let ruth: Somebody;
let id = '';
let phone: Page;
let desktop: Page;
beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  ruth = await server.join('Ruth');
  dev = await server.join('Dev');
  id = await aBoard(server.app, { [ruth.personId]: 'co-owner' });
  [phone, desktop] = await Promise.all([browsing.newPhone(), browsing.newDesktop()]);
  await comeInAs(phone, dev, server.url);
  await comeInAs(desktop, ruth, server.url);
});
afterAll(() => browsing.close());

test('a sponsor stands behind an initiative from a phone, and the team sees it at once', async () => {
  await desktop.goto(`/initiatives/${id}`);
  await desktop.getByText('Nobody has said so yet').waitFor();
  await phone.goto(`/initiatives/${id}/sponsors`);
  await phone.getByRole('button', { name: 'I stand behind this' }).waitFor();
  const began = performance.now();
  await phone.getByRole('button', { name: 'I stand behind this' }).tap();
  const form = phone.getByRole('form', { name: 'I stand behind this, because...' });
  expect(await form.textContent()).toContain(startingPurpose);
  await form.getByLabel('Because...').fill('My nurses stop holding their breath.');
  await form.getByRole('button', { name: 'Stand behind it' }).tap();
  await form.getByText('Please choose one of these.').waitFor();
  expect(await axe(phone)).toEqual([]);
  await form.getByLabel('I say this as').selectOption('Manager');
  await form.getByRole('button', { name: 'Stand behind it' }).tap();
  await phone.getByText('Dev (you)').waitFor();
  const tookMs = performance.now() - began;
  await desktop.getByText('My nurses stop holding their breath.').waitFor();
  const shown = desktop.getByRole('list', { name: 'People who stand behind this' });
  expect(await shown.textContent()).toMatch(/Dev.*Manager.*My nurses/s);
  expect(tookMs).toBeLessThan(60_000);
  expect(await fitsWidth(phone)).toBe(true);
  expect(await axe(desktop)).toEqual([]);
});

test('a pledge given from the keyboard reaches every open board', async () => {
  await phone.getByRole('button', { name: 'Pledge something' }).focus();
  await phone.keyboard.press('Enter');
  const form = phone.getByRole('form', { name: 'I will give...' });
  await form.getByLabel('What will you give?').focus();
  await phone.keyboard.type('Cover for one late shift a week');
  await phone.keyboard.press('Tab');
  await phone.keyboard.press('ArrowRight');
  await phone.keyboard.press('ArrowRight');
  expect(await form.getByRole('radio', { name: 'Cover' }).isChecked()).toBe(true);
  await form.getByLabel(/Until when/).fill('2099-06-12');
  await form.getByRole('button', { name: 'Pledge it' }).focus();
  await phone.keyboard.press('Enter');
  await desktop.getByText('Cover for one late shift a week').waitFor();
  expect(await desktop.getByRole('list', { name: 'Pledges to this initiative' }).textContent()).toContain('until 12 June 2099');
  expect(await form.count()).toBe(0);
});

test('when the purpose moves, the sponsor’s own page says so at once, and they look again', async () => {
  await phone.goto('/sponsor');
  await phone.getByText('Nothing waits for your answer.').waitFor();
  expect(await axe(phone)).toEqual([]);
  await browsing.server.app.boards.edit(id, ruth.personId, (doc) => appendToPurpose(doc, ['And they know why they wait.']));
  await phone.getByText('The purpose has changed since you said this.').waitFor();
  await desktop.getByText('The purpose has changed since').waitFor();
  await phone.getByRole('button', { name: 'Look again' }).tap();
  const form = phone.getByRole('form', { name: 'Look again' });
  await form.getByRole('button', { name: 'Read all of it' }).tap();
  expect(await form.textContent()).toContain('And they know why they wait.');
  expect(await axe(phone)).toEqual([]);
  await form.getByRole('button', { name: 'I still stand behind it' }).tap();
  await phone.getByText('The purpose has changed since you said this.').waitFor({ state: 'detached' });
  await desktop.getByText('The purpose has changed since').waitFor({ state: 'detached' });
});

test('the giver says how it ended, and the team confirms it', async () => {
  await phone.getByRole('button', { name: /How did it end/ }).tap();
  const form = phone.getByRole('form', { name: 'How did your pledge end?' });
  await form.getByRole('radio', { name: /It changed/ }).tap();
  await form.getByRole('button', { name: 'Say so' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  await form.getByLabel('What happened?').fill('Every second week. Winter came.');
  await form.getByRole('button', { name: 'Say so' }).tap();
  await phone.getByRole('button', { name: '1 pledge that has ended' }).tap();
  await phone.getByText('Nobody on the team has confirmed this yet').waitFor();
  await desktop.getByText('Every second week. Winter came.').waitFor();
  await desktop.getByRole('button', { name: /Yes, that is how it was/ }).click();
  await desktop.getByText('Confirmed by Ruth').waitFor();
  await phone.getByText('Confirmed by Ruth').waitFor();
});

test('somebody who no longer stands behind it says so, and it stays to be read', async () => {
  await phone.getByRole('button', { name: 'I no longer stand behind this' }).tap();
  await phone.getByLabel(/^Why\?/).fill('I have moved to another job.');
  await phone.getByRole('button', { name: 'Withdraw', exact: true }).tap();
  await phone.getByText('You do not stand behind anything yet').waitFor();
  await desktop.getByRole('button', { name: '1 person no longer stands behind this' }).click();
  await desktop.getByText('I have moved to another job.').waitFor();
  expect(browsing.mishaps).toEqual([]);
});

test('who has not come in reads it all and is told how to do more', async () => {
  const visitor = await browsing.newPhone();
  await visitor.goto('/sponsor');
  await visitor.getByRole('link', { name: 'Come in', exact: true }).waitFor();
  expect(await axe(visitor)).toEqual([]);
});

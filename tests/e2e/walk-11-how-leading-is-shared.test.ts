import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { aTeamThatActed, aYear } from '#tests/helpers/a-team-that-acted.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
let ruth: Somebody;
let desktop: Page;
let phone: Page;
let twelve = '';
let four = '';
let now = aYear.inWeek(2);
beforeAll(async () => {
  browsing = await startBrowsing({ clock: { now: () => now } });
  const { server } = browsing;
  ruth = await server.join('Ruth');
  const also = { [ruth.personId]: 'co-owner' } as const;
  const { db } = server.app;
  twelve = await aTeamThatActed(db, {
    size: 12,
    also,
    acting: [ruth.personId],
    builds: 'star',
    perspectives: (at) => (at < 6 ? ['receiving'] : ['delivering']),
  });
  four = await aTeamThatActed(db, { size: 3, also, acting: [ruth.personId] });
  [desktop, phone] = await Promise.all([browsing.newDesktop(), browsing.newPhone()]);
  for (const page of [desktop, phone]) await comeInAs(page, ruth, server.url);
});
afterAll(() => browsing.close());

test('from the board one comes to a sentence first', async () => {
  await desktop.goto(`/initiatives/${twelve}`);
  await desktop.getByRole('link', { name: 'See how leading is shared' }).click();
  await desktop.getByRole('heading', { level: 1, name: 'How leading is shared' }).waitFor();
  const sentence = desktop.getByRole('region', { name: 'In one sentence' });
  await expect.poll(() => sentence.textContent()).toContain('In the last 13 weeks leading was shared by about 13 of 13 people');
  await expect.poll(() => sentence.textContent()).toContain('Little has been done so far');
});

test('then shares by perspective, and the picture with its table', async () => {
  const bars = desktop.getByRole('region', { name: 'By perspective' });
  await expect
    .poll(() => bars.getByRole('listitem').filter({ hasText: 'Receiving' }).textContent())
    .toMatch(/50% of what was done.*by 45% of the people/);
  await expect.poll(() => bars.getByRole('listitem').filter({ hasText: 'Witnessing' }).textContent()).toContain('Too few people');
  const picture = desktop.getByRole('region', { name: 'Who builds on whom' });
  await expect.poll(() => picture.getByRole('img', { name: 'A picture of 13 dots and 11 lines' }).locator('circle').count()).toBe(13);
  const table = picture.getByRole('table', { name: 'The picture as a table' });
  await expect.poll(() => table.getByRole('row', { name: '6 lines and more' }).getByRole('cell').last().textContent()).toBe('1');
  await expect.poll(() => table.getByRole('row', { name: 'No line yet' }).getByRole('cell').last().textContent()).toBe('1');
  expect(await axe(desktop)).toEqual([]);
});

test('a definition is one key away', async () => {
  const more = desktop.getByRole('button', { name: 'What does this mean? Through a middle' });
  await more.focus();
  await desktop.keyboard.press('Enter');
  await desktop.getByText('L. C. Freeman, Social Networks 1(3), 1978/79.').waitFor();
  await expect.poll(() => more.getAttribute('aria-expanded')).toBe('true');
  expect(await axe(desktop)).toEqual([]);
  await desktop.keyboard.press('Enter');
  await expect.poll(() => desktop.getByText('L. C. Freeman, Social Networks').count()).toBe(0);
});

test('it ends in three questions, says what is counted, and shows me my own trace; no name stands anywhere', async () => {
  const main = desktop.getByRole('main');
  await expect.poll(() => main.getByRole('heading', { level: 2 }).last().textContent()).toBe('Three questions to talk about');
  await expect.poll(() => main.getByRole('region', { name: 'Three questions to talk about' }).getByRole('listitem').count()).toBe(3);
  await expect.poll(() => main.getByRole('region', { name: 'What is counted' }).textContent()).toContain('It belongs to nobody');
  await expect.poll(() => main.getByRole('region', { name: 'Your own trace' }).textContent()).toContain('Asked: 1');
  await expect.poll(() => main.textContent()).not.toContain('Member ');
});

test('four people are told warmly when it opens, on a phone', async () => {
  await phone.goto(`/initiatives/${four}/leadership`);
  await phone.getByText('This shows itself from five people on; 4 are active now').waitFor();
  expect(await axe(phone)).toEqual([]);
  expect(await fitsWidth(phone)).toBe(true);
});

test('I leave it on my page, and the mirror rests until five others have acted', async () => {
  await phone.goto('/you');
  await phone.getByRole('group', { name: 'Am I counted?' }).getByRole('radio', { name: 'Leave me out' }).tap();
  await phone.getByText('You are left out, from now on and looking back.').waitFor();
  await phone.goto(`/initiatives/${twelve}/leadership`);
  await phone.getByText('The mirror is not ready yet').waitFor();
  await phone.getByText('You are not counted').waitFor();
  now = aYear.inWeek(4);
  await aTeamThatActed.actAgain(browsing.server.app.db, twelve, { at: aYear.inWeek(3, 2), people: 5, besides: ruth.personId });
  await phone.reload();
  await phone.getByText('of 12 people, as if').waitFor();
  await phone.getByText('Based on 12 of 13 people').waitFor();
  await expect.poll(() => phone.getByRole('img', { name: 'A picture of 12 dots and 11 lines' }).locator('circle').count()).toBe(12);
  expect(await axe(phone)).toEqual([]);
  expect(await fitsWidth(phone)).toBe(true);
  expect(browsing.mishaps).toEqual([]);
});

/** Being told: B invites A, and A's bell rises at once; A reads, mutes, and chooses how to be told. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quietPath } from '#server/features/notices/wishes/quiet-links.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
let ruth: Somebody;
let amina: Somebody;
let id = '';
/** Ruth's desktop; Amina's phone. */
let ruths: Page;
let aminas: Page;

beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  await server.join('Sam');
  ruth = await server.join('Ruth');
  amina = await server.join('Amina');
  id = await aBoard(server.app, { [ruth.personId]: 'co-owner' });
  ruths = await browsing.newDesktop();
  aminas = await browsing.newPhone();
  await comeInAs(ruths, ruth, server.url);
  await comeInAs(aminas, amina, server.url);
});
afterAll(() => browsing.close());

const bell = (page: Page) => page.getByRole('banner').getByRole('link', { name: /What you were told/ });

test('an empty list says what will be here, and offers a first step', async () => {
  await aminas.goto('/notices');
  await aminas.getByText('Nobody has told you anything yet').waitFor();
  await aminas.getByRole('link', { name: 'Look at what people noticed' }).waitFor();
});

test('B invites A on the board, and the bell of A rises without a touch', async () => {
  await aminas.goto('/');
  await bell(aminas).waitFor();
  await expect.poll(() => bell(aminas).getByText('(1 new)').count()).toBe(0);
  await ruths.goto(`/initiatives/${id}`);
  await ruths
    .getByRole('button', { name: /^Invite somebody/ })
    .first()
    .click();
  const dialog = ruths.getByRole('dialog');
  await dialog.getByRole('searchbox').fill('Amina');
  await dialog.getByRole('listitem').filter({ hasText: 'Amina' }).getByRole('button').click();
  await dialog.getByRole('button', { name: 'Invite', exact: true }).click();
  await bell(aminas).getByText('(1 new)').waitFor();
});

test('the list says who invites, leads there, and what was seen is no longer counted', async () => {
  await bell(aminas).tap();
  const line = aminas.getByRole('link', { name: /^Ruth invites you to join/ });
  await line.waitFor();
  expect(await axe(aminas)).toEqual([]);
  expect(await fitsWidth(aminas)).toBe(true);
  await line.tap();
  await aminas.waitForURL('**/invitations');
  await bell(aminas).getByText('(1 new)').waitFor({ state: 'detached' });
});

test('one tap mutes the initiative, and the settings bring it back', async () => {
  await aminas.goto('/notices');
  await aminas.getByRole('button', { name: /^Mute this initiative/ }).tap();
  await aminas
    .getByText(/^Muted: /)
    .first()
    .waitFor();
  await expect.poll(() => amina.call.notices.isMuted({ id })).toEqual({ muted: true });
  await aminas.getByRole('link', { name: 'Choose what is sent to you' }).tap();
  await aminas.getByRole('button', { name: /^Hear of it again/ }).tap();
  await aminas.getByText(/^You have muted nothing/).waitFor();
  await expect.poll(() => amina.call.notices.isMuted({ id })).toEqual({ muted: false });
});

test('one tap on the board mutes it, stays after a reload, and one more brings it back', async () => {
  await aminas.goto(`/initiatives/${id}`);
  const mute = aminas.getByRole('button', { name: 'Mute this initiative' });
  const unmute = aminas.getByRole('button', { name: 'Muted: tell me again' });
  await mute.tap();
  await unmute.waitFor();
  await expect.poll(() => amina.call.notices.isMuted({ id })).toEqual({ muted: true });
  await aminas.reload();
  await unmute.waitFor();
  expect(await axe(aminas)).toEqual([]);
  expect(await fitsWidth(aminas)).toBe(true);
  await unmute.tap();
  await mute.waitFor();
  await expect.poll(() => amina.call.notices.isMuted({ id })).toEqual({ muted: false });
  await aminas.goto('/notices/wishes');
});

test('choosing no letters, a weekly digest and Dutch is kept', async () => {
  await aminas.getByRole('checkbox', { name: 'Send me letters at once' }).tap();
  await aminas.getByRole('radio', { name: 'On Mondays' }).tap();
  await aminas.getByRole('radio', { name: 'Nederlands' }).tap();
  await aminas.getByLabel('At what time?').selectOption('18');
  await aminas.getByRole('button', { name: 'Keep this' }).tap();
  await aminas.getByText('Kept.').waitFor();
  await expect.poll(() => amina.call.notices.wishes()).toMatchObject({ mail: false, digest: 'weekly', hour: 18, language: 'nl' });
  expect(await axe(aminas)).toEqual([]);
  expect(await fitsWidth(aminas)).toBe(true);
});

test('the link of a letter shows what it does, and does it with one tap, without signing in', async () => {
  const { config } = browsing.server.app;
  const stranger = await browsing.newPhone();
  await stranger.goto(quietPath(config.authSecret, { personId: amina.personId, quiet: { what: 'initiative', initiativeId: id } }));
  await stranger.getByRole('button', { name: 'Make it quiet' }).waitFor();
  await expect.poll(() => amina.call.notices.isMuted({ id })).toEqual({ muted: false });
  expect(await axe(stranger)).toEqual([]);
  await stranger.getByRole('button', { name: 'Make it quiet' }).tap();
  await stranger.getByText('It is quiet now.').waitFor();
  await expect.poll(() => amina.call.notices.isMuted({ id })).toEqual({ muted: true });
  await stranger.getByRole('button', { name: 'No, tell me after all' }).tap();
  await stranger.getByText('You will be told again.').waitFor();
});

test('nothing was thrown on the way', () => {
  expect(browsing.mishaps).toEqual([]);
});

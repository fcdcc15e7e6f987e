/** Walk 3: two people from two groups and one purpose sentence light it; kindlers are invited, and each answers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { tokenTo } from '#tests/helpers/coming-in.ts';
import { axe, type Browsing, comeInAs, fitsWidth, printTook, startBrowsing } from './browser.ts';

let browsing: Browsing;
let keeper: Somebody;
let amina: Somebody;
let joe: Somebody;
let ruth: Somebody;
let sparkId = '';

const purpose = 'People who need a scan get there in time and know how long it takes.';

beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  keeper = await server.join('Sam');
  [amina, joe, ruth] = [await server.join('Amina'), await server.join('Joe'), await server.join('Ruth')];
  await keeper.call.place.putGroup({ id: 'ward-nurses', name: 'Ward nurses', side: 'staff', archived: false });
  await keeper.call.place.putGroup({ id: 'family-carers', name: 'Carers', side: 'community', archived: false });
  await keeper.call.place.putSite({ id: 'site-ward-4', name: 'Ward 4', archived: false });
  await amina.call.people.change({ groupIds: ['ward-nurses'] });
  await ruth.call.people.change({ groupIds: ['ward-nurses'] });
  await joe.call.people.change({ groupIds: ['family-carers'] });
  sparkId = newId();
  await amina.call.sparks.post({
    id: sparkId,
    text: 'The lift is too small for a bed\nWe wait for the other one.',
    kind: 'need',
    siteId: 'site-ward-4',
    nameShown: 'name',
  });
  await ruth.call.sparks.kindle({ id: sparkId, sentence: 'see-too' });
  await joe.call.sparks.kindle({ id: sparkId, sentence: 'can-help', amount: 'hour' });
});
afterAll(() => browsing.close());

/** No violation in light and dark, nothing that makes the page scroll sideways, and no mishap so far. */
async function good(page: Page): Promise<void> {
  expect(await axe(page)).toEqual([]);
  expect(await fitsWidth(page)).toBe(true);
  expect(browsing.mishaps).toEqual([]);
}

test('on a phone: a purpose and a carer light it; the board opens in thinking time with its spark; both kindlers answer', async () => {
  const phone = await browsing.newPhone();
  await comeInAs(phone, amina, browsing.server.url);
  await phone.goto(`/light?spark=${sparkId}`);
  await phone.getByLabel('Who will be better off, and how?').fill(purpose);
  await phone.getByLabel('Who is it for?').fill('Everybody who waits for a scan');
  await phone.getByRole('checkbox', { name: /^Delivering/ }).check();
  await expect.poll(() => phone.getByRole('checkbox', { name: 'Ward 4' }).isChecked()).toBe(true);
  const suggested = phone.getByRole('button', { name: /^Choose / });
  await suggested.first().waitFor();
  await expect.poll(() => suggested.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')))).toEqual(['Choose Joe', 'Choose Ruth']);
  await phone.getByText('I can help').waitFor();
  await phone.getByRole('button', { name: 'Choose Joe' }).tap();
  await phone.getByText('Good: people from both sides of the table.').waitFor();
  await good(phone);
  await phone.getByRole('button', { name: 'Light it' }).tap();
  await phone.getByRole('heading', { level: 1, name: 'The lift is too small for a bed' }).waitFor();
  await phone.getByText('Thinking time').first().waitFor();
  await phone.getByText('Began with 1 spark').waitFor();

  const [invitation] = (await joe.call.initiatives.myInvitations()).items;
  const id = invitation?.initiative.id ?? '';
  await expect
    .poll(() => amina.call.initiatives.read({ id }))
    .toMatchObject({ purpose, state: 'thinking-time', beganWith: [{ id: sparkId }], members: 1 });
  await expect.poll(async () => (await ruth.call.initiatives.myInvitations()).items).toMatchObject([{ seat: 'member', answer: null }]);

  await answerByKeyboard(joe, ['Yes']);
  await expect.poll(() => amina.call.initiatives.read({ id })).toMatchObject({ otherCoOwners: 1, members: 2, groups: ['Ward nurses', 'Carers'] });
  await answerByKeyboard(ruth, ['Not now']);
  await expect.poll(async () => (await ruth.call.initiatives.myInvitations()).items).toMatchObject([{ answer: 'not-now' }]);
});

/** From the first page to the answer without touching the mouse. */
async function answerByKeyboard(somebody: Somebody, [answer]: readonly [string]): Promise<void> {
  const desktop = await browsing.newDesktop();
  await comeInAs(desktop, somebody, browsing.server.url);
  await desktop.goto('/invitations');
  await desktop.getByRole('radio', { name: 'Yes' }).waitFor();
  await good(desktop);
  await tabTo(desktop, 'radio', 'Yes');
  await desktop.keyboard.press('Space');
  while (!(await desktop.getByRole('radio', { name: answer, exact: true }).isChecked())) await desktop.keyboard.press('ArrowRight');
  await good(desktop);
  await tabTo(desktop, 'button', 'Send my answer');
  await desktop.keyboard.press('Enter');
  await desktop.getByText(`You said: ${answer}`).waitFor();
  await desktop.context().close();
}

/** Presses Tab until this control has the focus. */
async function tabTo(page: Page, role: 'radio' | 'button' | 'textbox', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((control) => control === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${role} "${name}"`);
}

test('a guest comes in by the QR code’s link, how soon is printed, writes, and later keeps it under an e-mail', async () => {
  const { id } = (await joe.call.initiatives.list({ mine: 'yes' })).items[0] ?? { id: '' };
  const desktop = await browsing.newDesktop();
  await comeInAs(desktop, joe, browsing.server.url);
  await desktop.goto(`/invites?initiative=${id}`);
  await desktop.getByLabel('Where will it be?').fill('poster at the lift');
  await desktop.getByRole('button', { name: 'Make the link' }).click();
  await desktop
    .getByRole('img', { name: say('invites.made-qr') })
    .locator('path')
    .waitFor();
  const link = await desktop.getByRole('textbox', { name: 'The link' }).inputValue();
  await good(desktop);

  const phone = await browsing.newPhone();
  const began = performance.now();
  await phone.goto(link);
  await phone.getByRole('heading', { name: 'The lift is too small for a bed' }).waitFor();
  await good(phone);
  await phone.getByLabel('What should people call you?').fill('Wim');
  await phone.getByRole('checkbox', { name: /^Receiving/ }).check();
  await phone.getByRole('button', { name: 'Come in' }).tap();
  await phone.getByRole('heading', { level: 1, name: 'The lift is too small for a bed' }).waitFor();
  printTook('walk 3, from the link to the board as a guest', began);
  await expect.poll(async () => (await joe.call.initiatives.read({ id })).seats[3]?.people).toMatchObject([{ label: 'Wim' }]);

  await phone.goto('/you');
  await phone.getByLabel('Your e-mail').fill('wim@example.org');
  await phone.getByRole('button', { name: 'Send me the link' }).tap();
  await phone.getByText('Look in your mail').waitFor();
  await good(phone);
  await phone.goto(`/claim#${await tokenTo(browsing.server, 'wim@example.org')}`);
  await phone.getByRole('button', { name: 'Keep what I wrote' }).tap();
  await phone.getByText('It is kept.').waitFor();
  await phone.goto('/you');
  await phone.getByText('Your e-mail: wim@example.org').waitFor();
});

test('coming in: a new person signs up, signs out, and comes back by a link from the mail', async () => {
  const phone = await browsing.newPhone();
  await phone.goto('/sign-in?next=/initiatives');
  await phone.getByRole('radio', { name: 'I have an account' }).waitFor();
  await good(phone);
  await phone.getByLabel('Your e-mail').fill('mei@example.org');
  await phone.getByLabel('Your password').fill('not the password');
  await phone.getByRole('button', { name: 'Come in' }).tap();
  await phone.getByText('do not belong together').waitFor();
  await phone.getByRole('radio', { name: 'I am new here' }).check();
  await phone.getByLabel('What should people call you?').fill('Mei');
  await phone.getByLabel('Choose a password').fill('four words nobody joins');
  await phone.getByRole('button', { name: 'Sign up' }).tap();
  await phone.getByRole('heading', { level: 1, name: 'Initiatives' }).waitFor();
  await good(phone);
  await phone.goto('/you');
  await phone.getByRole('button', { name: 'Sign out here' }).tap();
  await phone.waitForURL((url) => url.pathname === '/');
  await phone.goto('/sign-in');
  await phone.getByLabel('Your e-mail').fill('mei@example.org');
  await phone.getByRole('button', { name: 'Send me a link' }).tap();
  await phone.getByRole('heading', { level: 1, name: 'Look in your mail' }).waitFor();
  await good(phone);
  await phone.goto(`/sign-in/link#${await tokenTo(browsing.server, 'mei@example.org')}`);
  await good(phone);
  await phone.getByRole('button', { name: 'Come in' }).tap();
  await phone.waitForURL((url) => url.pathname === '/');
  await phone.goto('/you');
  await phone.getByText('Your e-mail: mei@example.org').waitFor();
});

test('a keeper names the place and makes its lists on a phone', async () => {
  const phone = await browsing.newPhone();
  await comeInAs(phone, keeper, browsing.server.url);
  await phone.goto('/place');
  await phone.getByLabel('What is this place called?').fill('Riverside');
  await phone.getByRole('button', { name: 'Keep it so' }).first().tap();
  await phone.getByText('Kept.').waitFor();
  await phone.getByRole('textbox', { name: 'Name of the site' }).fill('Ward 5');
  await phone.getByRole('form', { name: 'Add: Name of the site' }).getByRole('button', { name: 'Add' }).tap();
  await phone.getByRole('button', { name: 'Put away: Ward 5' }).tap();
  await phone.getByText('1 put away').waitFor();
  await good(phone);
  await expect
    .poll(() => keeper.call.place.read())
    .toMatchObject({
      name: 'Riverside',
      sites: [
        { name: 'Ward 4', archived: false },
        { name: 'Ward 5', archived: true },
      ],
    });
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { appendToPurpose } from '#shared/board/append-purpose.ts';
import { addElement } from '#shared/board/board-doc.ts';
import { aBoard, startingPurpose } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, printTook, startBrowsing } from './browser.ts';

/** Under the card it says what covers it; the words of the card itself are the board's. */
const testCard = {
  kind: 'test-of-change' as const,
  id: 'test-of-walk-seven',
  position: 'V',
  values: { title: 'Walk at six', prediction: 'People sleep.', stopIf: 'Anybody falls.' },
};

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
  await expect.poll(() => form.textContent()).toContain(startingPurpose);
  await form.getByLabel('Because...').fill('My nurses stop holding their breath.');
  await form.getByRole('button', { name: 'Stand behind it' }).tap();
  await form.getByText('Please choose one of these.').waitFor();
  expect(await axe(phone)).toEqual([]);
  await form.getByLabel('I say this as').selectOption('Manager');
  await form.getByRole('button', { name: 'Stand behind it' }).tap();
  await phone.getByText('Dev (you)').waitFor();
  printTook('walk 7, from the button to standing behind it', began);
  await desktop.getByText('My nurses stop holding their breath.').waitFor();
  const shown = desktop.getByRole('list', { name: 'People who stand behind this' });
  await expect.poll(() => shown.textContent()).toMatch(/Dev.*Manager.*My nurses/s);
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
  await expect.poll(() => form.getByRole('radio', { name: 'Cover' }).isChecked()).toBe(true);
  await form.getByLabel(/Until when/).fill('2099-06-12');
  await form.getByRole('button', { name: 'Pledge it' }).focus();
  await phone.keyboard.press('Enter');
  await desktop.getByText('Cover for one late shift a week').waitFor();
  await expect.poll(() => desktop.getByRole('list', { name: 'Pledges to this initiative' }).textContent()).toContain('until 12 June 2099');
  await expect.poll(() => form.count()).toBe(0);
});

test('a sponsor offers a room to test from a phone, the team accepts it, and the test on the board carries its badge at once', async () => {
  const { app } = browsing.server;
  await app.boards.edit(id, ruth.personId, (doc) => addElement(doc, testCard));
  await phone.goto(`/initiatives/${id}/sponsors`);
  await phone.getByRole('button', { name: 'Give a room to test' }).tap();
  const form = phone.getByRole('form', { name: 'I give you room to test' });
  await form.getByLabel('What may change?').fill('The night nurse may walk with people who can not sleep.');
  await form.getByLabel('Where?').fill('Ward 4');
  await form.getByLabel('Until when?').fill('2099-05-12');
  await form.getByRole('button', { name: 'Give this room' }).tap();
  await form.getByText('A room to test needs somebody who answers for it.').waitFor();
  await form.getByRole('checkbox', { name: /I answer for it/ }).check();
  await form.getByRole('button', { name: 'Give this room' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  expect(await axe(phone)).toEqual([]);
  for (const [nth, line] of ['Nobody is alone on the ward', 'Every fall is written down', 'The stairs stay shut'].entries())
    await form.getByLabel(['First', 'Second', 'Third'][nth] ?? '').fill(line);
  await form.getByLabel('Stop and call me if...').fill('Anybody falls.');
  expect(await fitsWidth(phone)).toBe(true);
  await form.getByRole('button', { name: 'Give this room' }).tap();
  const rooms = desktop.getByRole('list', { name: 'Rooms to test' });
  await rooms.getByText('The night nurse may walk with people who can not sleep.').waitFor();
  await rooms.getByRole('button', { name: 'Accept these words' }).click();
  await phone.getByText('Accepted by Ruth').waitFor();

  const card = desktop.getByRole('article', { name: 'Walk at six' });
  await card.getByRole('button', { name: 'Cover for this test' }).click();
  await card.getByText('Nobody covers this test yet.').waitFor();
  await card.getByRole('button', { name: 'Put it under a room to test' }).click();
  await card.getByLabel('Which room covers this test?').selectOption({ index: 1 });
  await card.getByRole('button', { name: 'It covers this test' }).click();
  await card.getByText('Covered until 12 May 2099 by Dev').waitFor();
  await phone.getByText('Covers these tests: Walk at six').waitFor();
  expect(await axe(desktop)).toEqual([]);
});

test('the sponsor takes it back with a reason, and the badge on the open board changes at once', async () => {
  const card = desktop.getByRole('article', { name: 'Walk at six' });
  await phone.getByRole('button', { name: 'Take it back', exact: true }).tap();
  const form = phone.getByRole('form', { name: 'Take it back' });
  await form.getByRole('button', { name: 'Take it back now' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  await form.getByLabel('Why do you take it back?').fill('Two people fell on Sunday. I have to look first.');
  await form.getByRole('button', { name: 'Take it back now' }).tap();
  await card.getByText('Cover taken back by Dev').waitFor();
  await expect.poll(() => card.getByText('Covered until').count()).toBe(0);
  await desktop.getByText('Why: Two people fell on Sunday. I have to look first.').first().waitFor();
  expect(await axe(desktop)).toEqual([]);
});

test('the team says what was learned, and the sponsor reads it', async () => {
  const rooms = desktop.getByRole('list', { name: 'Rooms to test' });
  await rooms.getByRole('button', { name: 'What was learned?' }).click();
  const form = rooms.getByRole('form', { name: 'What was learned?' });
  await form.getByLabel('What was learned?').fill('People slept, and two shoes were too big.');
  await form.getByRole('button', { name: 'Say it' }).click();
  await phone.getByRole('button', { name: '1 room that is over' }).tap();
  await phone.getByText('People slept, and two shoes were too big.').waitFor();
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
  await expect.poll(() => form.textContent()).toContain('And they know why they wait.');
  expect(await axe(phone)).toEqual([]);
  await form.getByRole('button', { name: 'I still stand behind it' }).tap();
  await phone.getByText('The purpose has changed since you said this.').waitFor({ state: 'detached' });
  await desktop.getByText('The purpose has changed since').waitFor({ state: 'detached' });
});

test('the giver says where it stands and moves its day, and both days stay on the board', async () => {
  await phone.getByRole('button', { name: /Say where it stands/ }).tap();
  const form = phone.getByRole('form', { name: 'Where does your pledge stand?' });
  await form.getByRole('button', { name: 'Tell it' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  await form.getByLabel('What has been done, or what is in the way?').fill('Half the shifts are agreed.');
  await form.getByLabel(/Until when/).fill('2099-07-12');
  expect([await axe(phone), await fitsWidth(phone)]).toEqual([[], true]);
  await form.getByRole('button', { name: 'Tell it' }).tap();
  const pledges = desktop.getByRole('list', { name: 'Pledges to this initiative' });
  await pledges.getByText('Half the shifts are agreed.').waitFor();
  await pledges.getByText('Moved from 12 June 2099 to 12 July 2099').waitFor();
  await pledges.getByText('until 12 July 2099').waitFor();
  expect(await axe(desktop)).toEqual([]);
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

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { secretFor } from '#tests/helpers/answer-link.ts';
import { openBoard, until } from '#tests/helpers/live.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

const stuck = 'The lift is too small for a bed';
const question = 'Could a wider lift go into the next plan?';

let browsing: Browsing;
let board: Page;
/** Dev's phone: nobody has ever signed in on it. */
let phone: Page;
let dev: Somebody;
let id = '';
let elementId = '';
let amina: Somebody;

beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  amina = await server.join('Amina');
  dev = await server.join('Dev');
  id = await aBoard(server.app, { [amina.personId]: 'co-owner' });
  elementId = newId();
  const open = openBoard({ url: server.url, who: amina, boardId: id });
  await until(open.provider, (status) => status.loaded && status.line === 'saved', 'an open board');
  const { doc } = open.provider;
  addElement(doc, { id: elementId, kind: 'blocker', position: endPosition(doc), values: { title: stuck } });
  await until(open.provider, (status) => !status.unsent && status.line === 'saved', 'a saved blocker');
  await open.close();
  [board, phone] = await Promise.all([browsing.newDesktop(), browsing.newPhone()]);
  await comeInAs(board, amina, server.url);
});
afterAll(() => browsing.close());

async function ask(): Promise<string> {
  const askId = newId();
  await amina.call.asks.put({ id, elementId, asks: [{ askId, personId: dev.personId, message: question }] });
  return secretFor(browsing.server, { askId, personId: dev.personId });
}

test('from the letter to the answer in a minute, on a phone, without signing in; the board shows it at once', async () => {
  const secret = await ask();
  await board.goto(`/initiatives/${id}`);
  await board.getByText('No answer yet').first().waitFor();
  const began = performance.now();
  await phone.goto(`/answer#${secret}`);
  await phone.getByText(question).waitFor();
  await phone.getByText(stuck).waitFor();
  await phone.getByText('Amina asks you.').waitFor();
  const form = phone.getByRole('form', { name: 'Your answer' });
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await form.getByText('Please choose one of these.').first().waitFor();
  expect(await axe(phone)).toEqual([]);
  expect(await fitsWidth(phone)).toBe(true);
  await form.getByRole('radio', { name: 'I will', exact: true }).tap();
  await form.getByLabel('By when?').fill('2099-05-01');
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await phone.getByRole('heading', { level: 1, name: 'Thank you. Your answer is on the board.' }).waitFor();
  const sent = performance.now();
  await board.getByText('Will do it, by 1 May 2099').waitFor();
  const seen = performance.now();
  process.stdout.write(
    `walk 6: from the letter to the answer ${((sent - began) / 1000).toFixed(1)} s, on the board ${Math.round(seen - sent)} ms later\n`,
  );
  await expect.poll(() => board.getByText('No answer yet').count()).toBe(0);
  expect(await axe(phone)).toEqual([]);
});

test('the link has signed nobody in, and answers no second time', async () => {
  await expect.poll(() => phone.context().cookies()).toEqual([]);
  await phone.reload();
  await phone.getByText('This link has been used').waitFor();
  expect(await axe(phone)).toEqual([]);
  await phone.getByRole('link', { name: 'Come in' }).first().tap();
  await phone.getByLabel('Your e-mail').waitFor();
});

test('“tell me more” goes back to the team; told, it waits again, and the board shows both clocks and who had it', async () => {
  const secret = await ask();
  await phone.goto(`/answer#${secret}`);
  const form = phone.getByRole('form', { name: 'Your answer' });
  await form.getByRole('radio', { name: 'Tell me more' }).tap();
  await form.getByLabel('What would you like to know?').fill('How wide is a bed?');
  await form.getByRole('button', { name: 'Send my answer' }).tap();
  await phone.getByText('The team will tell you more').waitFor();
  await board.getByText('How wide is a bed?').first().waitFor();
  await board.getByRole('button', { name: 'Tell more' }).click();
  await board.getByLabel('What do they need to know?').fill('Ninety centimetres.');
  await board.getByRole('button', { name: 'Tell them' }).click();
  await board.getByText('No answer yet').first().waitFor();
  await board.getByText('With Dev').waitFor();
  await board.getByRole('button', { name: 'Who had it, and when' }).last().click();
  await board.getByText('Amina told more').waitFor();
  expect(await axe(board)).toEqual([]);
});

test('a line is written to the asked person on the board, and back to the team on their own page; both read it at once', async () => {
  await comeInAs(phone, dev, browsing.server.url);
  await phone.goto('/sponsor');
  const one = phone.getByRole('listitem').filter({ hasText: question }).last();
  await one.getByRole('button', { name: 'Write a line to the team' }).waitFor();
  await board
    .getByRole('button', { name: `Write a line to Dev: ${stuck}` })
    .last()
    .click();
  const form = board.getByRole('form', { name: 'Write a line to Dev' });
  await form.getByRole('button', { name: 'Write it here' }).click();
  await form.getByText('Please fill this in.').first().waitFor();
  expect(await axe(board)).toEqual([]);
  await form.getByLabel('What would you like to say?').fill('It is the lift in the east wing.');
  await form.getByRole('button', { name: 'Write it here' }).click();
  await board.getByText('Your line stands here, and they are told.').waitFor();
  await one.getByRole('list', { name: 'What was written since' }).getByText('It is the lift in the east wing.').waitFor();
  await one.getByRole('button', { name: 'Write a line to the team' }).tap();
  const back = one.getByRole('form', { name: 'Write a line to the team' });
  await back.getByLabel('What would you like to say?').fill('I know that one.');
  expect(await fitsWidth(phone)).toBe(true);
  await back.getByRole('button', { name: 'Write it here' }).tap();
  await board.getByRole('list', { name: 'What was written since' }).getByText('I know that one.').waitFor();
  expect(await axe(phone)).toEqual([]);
  await expect.poll(() => board.getByText('No answer yet').count()).toBe(1);
  expect(browsing.mishaps).toEqual([]);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { addElement } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { cardWords } from '#tests/helpers/a-proposal.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
let id = '';
const cardId = newId();
let members: { ruth: Somebody; amina: Somebody };
/** Ruth's desktop, a co-owner's; Amina's phone, a member's. */
let ruths: Page;
let aminas: Page;
beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  members = { ruth: await server.join('Ruth'), amina: await server.join('Amina') };
  const { ruth, amina } = members;
  id = await aBoard(server.app, { [ruth.personId]: 'co-owner', [amina.personId]: 'member' });
  await server.app.boards.edit(id, ruth.personId, (doc) => addElement(doc, { id: cardId, kind: 'decision', position: 'V', values: cardWords }));
  [ruths, aminas] = [await browsing.newDesktop(), await browsing.newPhone()];
  await comeInAs(ruths, ruth, server.url);
  await comeInAs(aminas, amina, server.url);
});
afterAll(() => browsing.close());

const cardOf = (page: Page) => page.locator(`#card-${cardId}`);
const button = (page: Page, name: string | RegExp) => cardOf(page).getByRole('button', { name });

test('a co-owner puts what the card says to everybody, and it is on every open board at once', async () => {
  await aminas.goto(`/initiatives/${id}/questions`);
  await cardOf(aminas).getByRole('heading', { name: cardWords.title }).waitFor();
  await cardOf(aminas).getByText(say('why.co-owner-only')).waitFor();
  await ruths.goto(`/initiatives/${id}`);
  await button(ruths, 'Ask everybody what they say to it').click();
  const form = cardOf(ruths).getByRole('form', { name: 'Ask everybody what they say to it' });
  await form.getByText(cardWords.reasons).waitFor();
  await form.getByRole('button', { name: 'Ask everybody' }).click();
  await form.getByText(say('field.date')).first().waitFor();
  expect(await axe(ruths)).toEqual([]);
  await form.getByLabel('Decided by when?').fill('2099-05-01');
  await form.getByRole('button', { name: 'Ask everybody' }).click();
  await cardOf(aminas).getByText('To be decided by 1 May 2099').waitFor();
  await cardOf(aminas).getByText('Not heard from yet: Ruth, Amina').waitFor();
});

test('who is asked was told at once, and one tap leads there', async () => {
  const { items } = await members.amina.call.notices.list({});
  expect(items).toMatchObject([{ why: 'ask', what: 'decision.put', address: `/initiatives/${id}/questions` }]);
});

test('one objects, with the reason, and everybody reads it at once', async () => {
  await button(aminas, `Answer: ${cardWords.title}`).tap();
  const form = cardOf(aminas).getByRole('form', { name: 'What do you say?' });
  await form.getByRole('radio', { name: /I object/ }).tap();
  await form.getByRole('button', { name: 'Say it' }).tap();
  await form.getByText('Please fill this in.').first().waitFor();
  expect(await axe(aminas)).toEqual([]);
  expect(await fitsWidth(aminas)).toBe(true);
  await form.getByRole('textbox', { name: 'Because...' }).fill('At night one nurse would stay alone.');
  await form.getByRole('button', { name: 'Say it' }).tap();
  await cardOf(ruths).getByText('At night one nurse would stay alone.').waitFor();
  await cardOf(ruths)
    .getByText(/objects/)
    .first()
    .waitFor();
  expect(await axe(ruths)).toEqual([]);
});

test('while somebody objects it can not go ahead: the form says so, and offers what is left', async () => {
  await button(ruths, 'Record how it ends').click();
  const form = cardOf(ruths).getByRole('form', { name: 'How does it end?' });
  await form.getByText('Somebody objects.').waitFor();
  await expect.poll(() => form.getByRole('radio').count()).toBe(2);
  await form.getByRole('radio', { name: 'An objection stopped it' }).waitFor();
  await form.getByRole('button', { name: 'Never mind' }).click();
});

test('changed words are put again, and everybody is asked anew', async () => {
  await button(ruths, `Write in it: ${cardWords.title}`).click();
  await cardOf(ruths).getByRole('textbox', { name: 'Why?', exact: true }).fill('One team has time, and nights keep two nurses.');
  await button(ruths, `Done: ${cardWords.title}`).click();
  await cardOf(aminas).getByText('The card has changed since this was put').waitFor();
  await button(ruths, 'Put the changed words').click();
  const form = cardOf(ruths).getByRole('form', { name: 'Put the changed words' });
  await form.getByText('One team has time, and nights keep two nurses.').waitFor();
  await form.getByLabel('Decided by when?').fill('2099-06-01');
  await form.getByRole('button', { name: 'Ask everybody again' }).click();
  await cardOf(aminas).getByText('To be decided by 1 June 2099').waitFor();
  await cardOf(aminas).getByRole('button', { name: '1 earlier answer' }).waitFor();
});

test('all have answered, one with a concern: it goes ahead with the concern noted, in the open', async () => {
  await answer(aminas, /I have a concern/, 'The rota is thin in May.');
  await answer(ruths, /I consent/);
  await button(ruths, 'Record how it ends').click();
  const form = cardOf(ruths).getByRole('form', { name: 'How does it end?' });
  await form.getByRole('radio', { name: 'It goes ahead, with concerns noted' }).check();
  await form.getByRole('textbox', { name: /Why/ }).fill('We look at the rota every Friday in May.');
  await form.getByRole('button', { name: 'Record it' }).click();
  await cardOf(aminas).getByText('Goes ahead, with concerns noted').waitFor();
  await cardOf(aminas).getByText('We look at the rota every Friday in May.').waitFor();
  await cardOf(aminas)
    .getByRole('combobox', { name: new RegExp(cardWords.title) })
    .waitFor();
  await expect.poll(() => cardOf(aminas).getByRole('combobox').first().inputValue()).toBe('decided');
  await cardOf(aminas).getByRole('button', { name: 'What people say' }).tap();
  await cardOf(aminas).getByText('The rota is thin in May.').waitFor();
  expect(await axe(aminas)).toEqual([]);
  expect(await fitsWidth(aminas)).toBe(true);
  expect(browsing.mishaps).toEqual([]);
});

async function answer(page: Page, radio: RegExp, because = '') {
  await button(page, `Answer: ${cardWords.title}`).click();
  const form = cardOf(page).getByRole('form', { name: 'What do you say?' });
  await form.getByRole('radio', { name: radio }).check();
  if (because !== '') await form.getByRole('textbox', { name: 'Because...' }).fill(because);
  await form.getByRole('button', { name: 'Say it' }).click();
  await form.waitFor({ state: 'detached' });
}

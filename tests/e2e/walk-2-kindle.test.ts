import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

const title = 'I find out my dad is coming home when he rings me from the car park.';
let browsing: Browsing;
let amina: Somebody;
let joe: Somebody;
let id: string;
beforeAll(async () => {
  browsing = await startBrowsing();
  const sam = await browsing.server.join('Sam');
  amina = await browsing.server.join('Amina');
  joe = await browsing.server.join('Joe');
  await sam.call.place.putSite({ id: 'site-hexham', name: 'Hexham', archived: false });
  await sam.call.place.putSite({ id: 'site-solihull', name: 'Solihull', archived: false });
  await amina.call.people.change({ siteId: 'site-solihull' });
  id = (await joe.call.sparks.post({ id: newId(), text: `${title}\nNo bed made, no milk.`, kind: 'need', siteId: 'site-hexham', nameShown: 'name' }))
    .id;
});
afterAll(() => browsing.close());

const card = (page: Page) => page.getByRole('article', { name: title });
async function as(who: Somebody, page: Page, address: string): Promise<Page> {
  await comeInAs(page, who, browsing.server.url);
  await page.goto(address);
  return page;
}

describe('walk 2: kindle', () => {
  it('is one tap from the wall, with a line if one likes, and everybody watching sees it', async () => {
    const watching = await as(joe, await browsing.newDesktop(), '/');
    await card(watching).getByText('No reply yet').waitFor();
    const page = await as(amina, await browsing.newPhone(), '/');
    await card(page).getByRole('button', { name: 'I see this too' }).click();
    await card(page).getByLabel('Where, or when?').waitFor();
    await card(page).getByText('seen in 2 places · nobody receiving care yet').waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await card(page).getByLabel('Where, or when?').fill('On ward 3, most Fridays.');
    await card(page).getByRole('checkbox', { name: 'Delivering' }).check();
    await card(page).getByRole('button', { name: 'Add this' }).click();
    await card(watching).getByText('seen in 2 places').waitFor();
    await expect.poll(() => card(watching).getByText('No reply yet').count()).toBe(0);
    await expect
      .poll(() => joe.call.sparks.read({ id }))
      .toMatchObject({
        kindlings: [{ line: 'On ward 3, most Fridays.', perspectives: ['delivering'], by: 'Amina' }],
      });
  });

  it('asks how much when somebody can help, an hour unless they say otherwise', async () => {
    const page = await as(amina, await browsing.newPhone(), '/');
    await card(page).getByRole('button', { name: 'More ways to kindle' }).click();
    await card(page).getByRole('button', { name: 'I can help' }).click();
    await expect.poll(() => card(page).getByRole('radio', { name: 'An hour' }).isChecked()).toBe(true);
    await card(page).getByRole('radio', { name: 'A little every week' }).check();
    await card(page).getByLabel('With what?').fill('I can ring at two o’clock.');
    await card(page).getByRole('button', { name: 'Add this' }).click();
    await card(page).getByText('1 can help').waitFor();
    await expect.poll(async () => (await joe.call.sparks.read({ id })).kindlings.find((one) => one.sentence === 'can-help')?.amount).toBe('weekly');
  });

  it('is taken back with a second tap', async () => {
    const page = await as(amina, await browsing.newPhone(), '/');
    const help = card(page).getByRole('button', { name: 'I can help' });
    await expect.poll(() => help.getAttribute('aria-pressed')).toBe('true');
    await help.click();
    await expect.poll(() => card(page).getByText('1 can help').count()).toBe(0);
  });

  it('has all five sentences and the replies on the spark’s own page, where two people talk live', async () => {
    const [hers, his] = [await as(amina, await browsing.newPhone(), `/sparks/${id}`), await as(joe, await browsing.newDesktop(), `/sparks/${id}`)];
    for (const sentence of ['I see this too', 'I have tried this', 'I can help', 'I know someone', 'This would affect me'])
      await hers.getByRole('button', { name: sentence }).waitFor();
    await his.getByRole('textbox', { name: 'Your reply' }).fill('I would do anything, if I knew the day before.');
    await his.getByRole('button', { name: 'Reply', exact: true }).click();
    await hers.getByText('I would do anything, if I knew the day before.').waitFor();
    await hers.getByRole('button', { name: 'I know someone' }).click();
    await his.getByRole('heading', { name: 'I know someone', level: 3 }).waitFor();
    for (const page of [hers, his]) {
      expect(await axe(page)).toEqual([]);
      expect(await fitsWidth(page)).toBe(true);
    }
    await his.getByRole('button', { name: 'Withdraw this reply of Joe' }).click();
    await hers.getByText('This reply was withdrawn.').waitFor();
  });

  it('keeps a reply that could not be sent', async () => {
    const page = await as(amina, await browsing.newPhone(), `/sparks/${id}`);
    await page.getByRole('textbox', { name: 'Your reply' }).fill('We often know by noon.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByText('There is no connection right now.').waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Your reply' }).inputValue()).toBe('We often know by noon.');
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Reply', exact: true }).click();
    await page.getByRole('listitem').filter({ hasText: 'We often know by noon.' }).waitFor();
    await expect.poll(() => page.getByRole('textbox', { name: 'Your reply' }).inputValue()).toBe('');
  });

  it('finds a spark again by words and filters, and leads from it to lighting', async () => {
    const page = await as(amina, await browsing.newDesktop(), '/');
    await page.getByLabel('Search for words').fill('milk dad');
    await page.waitForURL(/search=milk/);
    await card(page).waitFor();
    await page.getByLabel('Place').selectOption('Solihull');
    await page.getByText('No spark fits').waitFor();
    await page.getByRole('button', { name: 'Show all sparks' }).click();
    await card(page).getByRole('link', { name: title, exact: true }).click();
    await page.getByRole('link', { name: 'Light it' }).click();
    await page.waitForURL(`**/light?spark=${id}`);
  });

  it('brings in a file, says what stays out, and takes it all back', async () => {
    const page = await as(amina, await browsing.newPhone(), '/bring-in');
    const csv = 'Headline,Details,Type,Where\nTea is cold,By bay 4,need,Hexham\nToast,Burnt,poem,\nA bench by the gate,,idea,\n';
    await page.getByLabel('Choose a file (CSV or NDJSON)').setInputFiles({ name: 'box.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('heading', { name: '2 sparks can come in' }).waitFor();
    await page.getByRole('row').filter({ hasText: '“poem” is not a kind we know.' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByLabel('Need or idea').selectOption('Not in this file');
    await page.getByRole('heading', { name: '3 sparks can come in' }).waitFor();
    await page.getByRole('button', { name: 'Bring in 3 sparks' }).click();
    await page.getByText('3 sparks from box.csv are on the wall.').waitFor();
    await expect.poll(async () => (await joe.call.sparks.list({ search: 'toast' })).items).toMatchObject([{ broughtInFrom: 'box.csv' }]);
    await page.getByRole('button', { name: 'Take back everything from box.csv' }).first().click();
    await page.getByText('Everything from box.csv is off the wall again.').first().waitFor();
    await expect.poll(async () => (await joe.call.sparks.list({ search: 'toast' })).items).toEqual([]);
  });

  it('leaves no mishap behind', () => {
    expect(browsing.mishaps).toEqual([]);
  });
});

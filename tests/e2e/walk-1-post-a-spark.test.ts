import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, printTook, signUp, startBrowsing } from './browser.ts';

let browsing: Browsing;
let amina: Somebody;
let joe: Somebody;
beforeAll(async () => {
  browsing = await startBrowsing();
  const sam = await browsing.server.join('Sam');
  amina = await browsing.server.join('Amina');
  joe = await browsing.server.join('Joe');
  await sam.call.place.putSite({ id: 'site-hexham', name: 'Hexham', archived: false });
});
afterAll(() => browsing.close());

const box = (page: Page) => page.getByLabel('What did you see, or what could be better?');
const onTheWall = (page: Page, title: string) => page.getByRole('article', { name: title });
async function phoneOf(who: Somebody): Promise<Page> {
  const page = await browsing.newPhone();
  await comeInAs(page, who, browsing.server.url);
  return page;
}
async function openWall(page: Page): Promise<void> {
  await page.goto('/');
  await page.getByRole('heading', { name: 'The wall' }).waitFor();
}

describe('walk 1: post a spark', () => {
  it('takes a nurse on a phone a few seconds, printed, from opening to seeing it on the wall', async () => {
    const page = await phoneOf(amina);
    const started = performance.now();
    await page.goto('/');
    await box(page).pressSequentially('The tea is cold when it reaches bay 4.\nEvery day.', { delay: 20 });
    await page.getByLabel('Where?').selectOption('Hexham');
    await page.getByRole('button', { name: 'Post as Amina' }).click();
    await onTheWall(page, 'The tea is cold when it reaches bay 4.').waitFor();
    printTook('walk 1, from opening the page to the spark on the wall', started);
    const card = onTheWall(page, 'The tea is cold when it reaches bay 4.');
    await expect.poll(() => card.innerText()).toContain('A need · Hexham');
    await expect.poll(() => card.innerText()).toContain('No reply yet');
    await expect.poll(() => box(page).inputValue()).toBe('');
    await box(page).fill('And the toast');
    await expect.poll(() => page.getByLabel('Where?').inputValue()).toBe('site-hexham');
  });

  it('can be written in before the scripts have come, and loses neither a letter nor the caret', async () => {
    const page = await phoneOf(amina);
    let release: () => void = () => undefined;
    const line = new Promise<void>((free) => (release = free));
    await page.route('**/assets/*.js', async (route) => {
      await line;
      await route.continue();
    });
    await page.goto('/', { waitUntil: 'commit' });
    await box(page).click();
    await page.keyboard.type('The ramp is st');
    await expect.poll(() => page.locator('#early-box').inputValue()).toBe('The ramp is st');
    expect(await fitsWidth(page)).toBe(true);
    await page.reload({ waitUntil: 'commit' });
    await box(page).click();
    await page.keyboard.press('End');
    await page.keyboard.type('eep!');
    await page.keyboard.press('ArrowLeft');
    const label = page.getByText('What did you see, or what could be better?');
    const early = await label.boundingBox();
    release();
    await page.locator('#early-box').waitFor({ state: 'detached' });
    await expect.poll(() => label.boundingBox()).toEqual(early);
    await page.keyboard.type(' for a chair');
    await expect.poll(() => box(page).inputValue()).toBe('The ramp is steep for a chair!');
    await page.getByRole('button', { name: 'Post as Amina' }).click();
    await onTheWall(page, 'The ramp is steep for a chair!').waitFor();
    await page.reload();
    await openWall(page);
    await expect.poll(() => box(page).inputValue()).toBe('');
  });

  it('keeps a draft through a closed tab', async () => {
    const page = await phoneOf(amina);
    await openWall(page);
    await box(page).fill('Half a thought');
    await page.close();
    const again = await page.context().newPage();
    await openWall(again);
    await again.getByText('We found what you wrote here earlier.').waitFor();
    await expect.poll(() => box(again).inputValue()).toBe('Half a thought');
    await again.getByRole('button', { name: 'Start afresh' }).click();
    await expect.poll(() => box(again).inputValue()).toBe('');
  });

  it('works without a line, also through a closed tab, and sends itself once', async () => {
    const page = await phoneOf(amina);
    await openWall(page);
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.context().setOffline(true);
    await box(page).fill('Nobody can print on Sundays');
    await page.getByRole('button', { name: 'Post as Amina' }).click();
    await page.getByText('There is no connection. This is kept on this device').waitFor();
    await page.close();
    const again = await page.context().newPage();
    await again.goto('/');
    await again.getByText('Nobody can print on Sundays').waitFor();
    expect(await axe(again)).toEqual([]);
    await page.context().setOffline(false);
    await onTheWall(again, 'Nobody can print on Sundays').waitFor();
    await again.getByText('Your spark is on the wall.').first().waitFor();
    const { items } = await joe.call.sparks.list({ search: 'print sundays' });
    expect(items).toHaveLength(1);
  });

  it('lets somebody write before signing in, and sends it after', async () => {
    const page = await browsing.newPhone();
    await page.goto('/');
    await page.getByText('Sign in to read the wall').waitFor();
    expect(await axe(page)).toEqual([]);
    await box(page).fill('I find out from the car park');
    await page.getByRole('button', { name: 'Post it' }).click();
    await signUp(page, 'Winnie');
    await onTheWall(page, 'I find out from the car park').waitFor();
    await expect.poll(() => onTheWall(page, 'I find out from the car park').innerText()).toContain('Winnie');
  });

  it('with no name says what that means, shows nobody, and is changed from this device only', async () => {
    const page = await phoneOf(amina);
    await openWall(page);
    await box(page).fill('We are afraid to say it');
    await page.getByRole('radio', { name: 'No name' }).check();
    await page.getByText('we do not keep who wrote it').waitFor();
    await page.getByRole('button', { name: 'Post with no name' }).click();
    const card = onTheWall(page, 'We are afraid to say it');
    await card.waitFor();
    await expect.poll(() => card.innerText()).toContain('No name');
    await card.getByRole('link', { name: 'We are afraid to say it' }).click();
    await page.getByRole('button', { name: 'Change it' }).click();
    await page.getByLabel('Your words').fill('We were afraid to say it');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'We were afraid to say it', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await page.getByText('This spark is withdrawn.').first().waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await page.getByRole('heading', { name: 'We were afraid to say it', level: 1 }).waitFor();
    const elsewhere = await phoneOf(amina);
    await elsewhere.goto(new URL(page.url()).pathname);
    await elsewhere.getByRole('heading', { name: 'We were afraid to say it', level: 1 }).waitFor();
    await expect.poll(() => elsewhere.getByRole('button', { name: 'Change it' }).count()).toBe(0);
  });

  it('points at text that may tell who somebody is, and refuses an NHS number while it is typed', async () => {
    const page = await phoneOf(amina);
    await openWall(page);
    await box(page).fill('Mrs Okafor waited in the rain');
    await page.getByText('This may tell who somebody is: Mrs Okafor.').waitFor();
    await box(page).fill('Ask for 943 476 5919');
    await page.getByText('There is an NHS number in your words: 943 476 5919.').waitFor();
    await page.getByRole('button', { name: 'Post as Amina' }).click();
    await expect.poll(() => box(page).getAttribute('aria-invalid')).toBe('true');
    await expect.poll(() => box(page).inputValue()).toBe('Ask for 943 476 5919');
  });

  it('shows what is like it while somebody types, and never stands in the way', async () => {
    await joe.call.sparks.post({
      id: newId(),
      text: 'The blood pressure machine is never where it should be',
      kind: 'need',
      siteId: null,
      nameShown: 'name',
    });
    const page = await phoneOf(amina);
    await openWall(page);
    await box(page).fill('Where is the blood pressure machine?');
    await page.getByRole('heading', { name: 'Somebody noticed something like this' }).waitFor();
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
    await page.getByRole('button', { name: 'I see this too: The blood pressure machine', exact: false }).first().click();
    await page.getByText('You see this too. Thank you.').waitFor();
    await page.getByRole('button', { name: 'Post as Amina' }).click();
    await onTheWall(page, 'Where is the blood pressure machine?').waitFor();
    await expect.poll(async () => (await joe.call.sparks.list({ search: 'never where it should be' })).items[0]?.has.sentences['see-too']).toBe(1);
  });

  it('hands back what the server refuses', async () => {
    const page = await phoneOf(joe);
    await openWall(page);
    for (const n of [1, 2, 3, 4, 5, 6]) {
      await box(page).fill(`Something nobody says, part ${n}`);
      await page.getByRole('radio', { name: 'No name' }).check();
      await page.getByRole('button', { name: 'Post with no name' }).click();
      if (n < 6) await onTheWall(page, `Something nobody says, part ${n}`).waitFor();
    }
    await page.getByText('That makes five sparks without a name today.').waitFor();
    await page.getByText('Here are your words.').waitFor();
    await expect.poll(() => page.getByText('Something nobody says, part 6').count()).toBe(1);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await expect.poll(() => page.getByText('Something nobody says, part 6').count()).toBe(0);
  });

  it('goes with a keyboard alone, on a wide screen', async () => {
    const page = await browsing.newDesktop();
    await comeInAs(page, amina, browsing.server.url);
    await openWall(page);
    await box(page).focus();
    await page.keyboard.type('A spark without a mouse');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const card = onTheWall(page, 'A spark without a mouse');
    await card.waitFor();
    await expect.poll(() => card.innerText()).toContain('An idea');
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });

  it('leaves no mishap behind', () => {
    expect(browsing.mishaps).toEqual([]);
  });
});

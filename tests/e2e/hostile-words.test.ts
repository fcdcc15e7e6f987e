/** Words that try to be something else, drawn by every screen that shows words of people: nothing of them runs, loads, leads away or becomes a part of the page. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addElement } from '#shared/board/board-doc.ts';
import { prose } from '#shared/lib/fields.ts';
import { newId } from '#shared/lib/ids.ts';
import { boardWords, hostileWords } from '#tests/fixtures/hostile/words.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { type Browsing, comeInAs, startBrowsing } from './browser.ts';

const scripted = '<img src=x onerror=window.hostile=1>';
let browsing: Browsing;
let page: Page;
let id = '';
const sparkId = newId();
/** What a page did that no page of ours does. */
const done: string[] = [];

beforeAll(async () => {
  browsing = await startBrowsing();
  const { server } = browsing;
  const ruth = await server.join('Ruth');
  const dev = await server.join('Dev');
  await ruth.call.people.change({ name: scripted });
  await ruth.call.place.change({ name: scripted });
  await ruth.call.place.putSite({ id: 'site-hostile', name: scripted, archived: false });
  await write(ruth, dev);
  page = await browsing.newDesktop();
  await watch(page);
  await comeInAs(page, dev, server.url);
});
afterAll(() => browsing.close());

/** All of them at everything that is drawn: sparks, replies, cards, pledges, an ask that names somebody. */
async function write(ruth: Somebody, dev: Somebody): Promise<void> {
  const { app } = browsing.server;
  id = await aBoard(app, { [ruth.personId]: 'co-owner', [dev.personId]: 'member' });
  const blockerId = newId();
  await app.boards.edit(id, ruth.personId, (doc) => {
    addElement(doc, { id: blockerId, kind: 'blocker', position: 'V', values: { title: scripted } });
    for (const [nth, words] of boardWords.entries()) {
      const title = words.replaceAll(/\s+/g, ' ').trim().slice(0, 100);
      if (title !== '') addElement(doc, { id: newId(), kind: 'spark', position: `a${nth.toString(36).padStart(3, '0')}V`, values: { title } });
    }
  });
  await ruth.call.sparks.post({
    id: sparkId,
    text: `${scripted}\n${hostileWords.join('\n').slice(0, 1500)}`,
    kind: 'need',
    siteId: 'site-hostile',
    nameShown: 'name',
  });
  for (const words of hostileWords) {
    await ruth.call.sparks.post({ id: newId(), text: words, kind: 'idea', siteId: null, nameShown: 'name' });
    if (prose(2000).safeParse(words).success) await ruth.call.sparks.comment({ id: sparkId, commentId: newId(), text: words, mentions: [] });
    await ruth.call.pledges.give({ id, pledgeId: newId(), kind: 'time', what: words.slice(0, 250), until: null });
  }
  await ruth.call.sparks.comment({ id: sparkId, commentId: newId(), text: scripted, mentions: [dev.personId] });
  await ruth.call.asks.put({
    id,
    elementId: blockerId,
    asks: [{ askId: newId(), personId: dev.personId, message: hostileWords.join(' ').slice(0, 900) }],
  });
}

async function watch(watched: Page): Promise<void> {
  const home = new URL(browsing.server.url).host;
  watched.on('dialog', (dialog) => void (done.push(`a dialog: ${dialog.message()}`), dialog.dismiss()));
  watched.on('popup', (popup) => done.push(`a window: ${popup.url()}`));
  watched.on('request', (request) => {
    const { host, protocol } = new URL(request.url());
    if (/^(http|ws)s?:$/.test(protocol) && host !== home) done.push(`a request: ${request.url()}`);
  });
  await watched.exposeFunction('tell', (what: string) => done.push(what));
  // What the policy of the page held back was tried.
  await watched.addInitScript(
    `addEventListener('securitypolicyviolation', (event) => tell('held back: ' + event.violatedDirective + ' ' + event.blockedURI))`,
  );
}

/** In the page: what stands in it that we never put there. */
const strange = `(() => {
  const parts = [...document.querySelectorAll('iframe, object, embed, base, video, audio, marquee, math, form[action], template, meta[http-equiv], #root script, #root style:not([data-mantine-styles]), #root link')];
  const handlers = [...document.querySelectorAll('*')].filter((one) => [...one.attributes].some(({ name }) => name.startsWith('on')));
  const links = [...document.querySelectorAll('a[href], area[href]')].filter((one) => !['http:', 'https:', 'mailto:'].includes(one.protocol));
  // An address somebody wrote may be followed: it is what is read, and gains nothing from being followed.
  const leading = [...document.querySelectorAll('a[href]')].filter((one) => one.host !== location.host && (one.textContent !== one.getAttribute('href') || !/noopener/.test(one.rel)));
  return [window.hostile, ({}).standing, ...[...parts, ...handlers, ...links, ...leading].map((one) => one.outerHTML.slice(0, 200))].filter((one) => one !== undefined);
})()`;

const screens: readonly (readonly [what: string, address: () => string])[] = [
  ['the wall', () => '/'],
  ['a spark with its replies', () => `/sparks/${sparkId}`],
  ['initiatives', () => '/initiatives'],
  ['a board', () => `/initiatives/${id}`],
  ['what waits for me', () => '/sponsor'],
  ['what I was told', () => '/notices'],
  ['pledges', () => '/pledges'],
  ['how leading is shared', () => `/initiatives/${id}/leadership`],
  ['the place', () => '/place'],
];

test.each(screens)('%s draws them as words', async (_what, address) => {
  await page.goto(address());
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await page.waitForLoadState('networkidle');
  await showAll();
  await expect.poll(() => page.evaluate(strange)).toEqual([]);
  expect(done).toEqual([]);
});

/** Asks for more until there is no more. The button goes with the last page, and is busy until a page has come. */
async function showAll(): Promise<void> {
  const more = page.getByRole('button', { name: 'Show more' }).first();
  const rows = page.getByRole('listitem');
  while (await more.isVisible()) {
    const before = await rows.count();
    await more.click();
    await expect.poll(() => rows.count()).toBeGreaterThan(before);
    await expect.poll(async () => !(await more.isVisible()) || (await more.isEnabled())).toBe(true);
  }
}

test('they are there to be read, letter by letter', async () => {
  await page.goto(`/sparks/${sparkId}`);
  await page.getByRole('heading', { level: 1, name: scripted }).waitFor();
  await page.getByText('<script>window.hostile=1</script>', { exact: true }).first().waitFor();
  await page.goto(`/initiatives/${id}`);
  await page.getByRole('heading', { level: 3, name: scripted }).first().waitFor();
  await page.getByRole('button', { name: 'What happened' }).click();
  await page.waitForLoadState('networkidle');
  await expect.poll(() => page.evaluate(strange)).toEqual([]);
  expect(done).toEqual([]);
});

test('what does run is seen: the same words as a part of the page are noticed', async () => {
  await page.evaluate(`document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(`${scripted}<iframe src="https://evil.example/"></iframe>`)})`);
  await expect.poll(() => done.length).toBeGreaterThan(0);
  await expect.poll(() => page.evaluate(strange)).toHaveLength(2);
});

/** `ten-browsers`: ten people in ten browsers type on one board; how soon a letter is seen by another, and whether all end up with the same words. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchChromium } from '#tests/helpers/chromium.ts';
import { cookiesFor } from '#tests/helpers/cookies-for.ts';
import { signUp, type Somebody } from '#tests/helpers/somebody.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Bench } from '../bench.ts';
import { type Served, serve } from '../served.ts';
import { ms, spreadOf } from '../spread.ts';

const howMany = 10;
const wordsOnPage = fileURLToPath(new URL('words-on-page.js', import.meta.url));
/** What each types when all type at once: a letter of their own that can be counted. */
const marks = Array.from({ length: howMany }, (_, nth) => String.fromCodePoint(0x3b1 + nth));
/** What is typed one letter at a time; nothing else on the page has these. */
const shown = ['ж', 'щ', 'ю', 'я'];

export const tenBrowsersBench: Bench = {
  name: 'ten-browsers',
  what: 'ten browsers on one board, all typing in its purpose',
  async run({ seconds }) {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    const served = await serve({ dataDir });
    const browser = await launchChromium();
    try {
      const pages = await everybodyIn(served, browser);
      const seen = await timesToBeSeen(pages, seconds);
      const same = await typeAtOnce(pages);
      const spread = spreadOf(seen);
      return [
        {
          title: 'Ten browsers on one board',
          head: ['what', 'p50 ms', 'p95 ms', 'worst ms', 'the same words in the end'],
          rows: [[`a letter, from the key to another browser's page, ${spread.count} letters`, ms(spread.p50), ms(spread.p95), ms(spread.max), same]],
          notes: ['Ten pages of one Chromium and the server share two cores, and a page that is not in front draws late: read it as an upper bound.'],
        },
      ];
    } finally {
      await browser.close();
      await served.end();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

async function everybodyIn(served: Served, browser: Browser): Promise<Page[]> {
  const people: Somebody[] = [];
  for (let nth = 0; nth < howMany; nth++) people.push(await signUp(served.url, `Hand ${nth + 1}`));
  const [first, ...others] = people;
  if (first === undefined) throw new Error('nobody came');
  const id = await board(first);
  for (const person of others) await person.call.initiatives.join({ id, perspectives: ['supporting'] });
  const address = `${served.url}/initiatives/${id}`;
  const pages: Page[] = [];
  for (const person of people) {
    const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
    await context.addCookies(cookiesFor(person.cookie(), served.url));
    await context.addInitScript({ path: wordsOnPage });
    const page = await context.newPage();
    await page.goto(address);
    await purposeOf(page).click();
    pages.push(page);
  }
  return pages;
}

async function board(by: Somebody): Promise<string> {
  const spark = await by.call.sparks.post({ id: newId(), text: 'We wait too long', kind: 'need', siteId: null, nameShown: 'name' });
  const lit = await by.call.initiatives.light({
    id: newId(),
    title: 'Shorter waits',
    purpose: 'Nobody waits alone.',
    forWhom: 'Everybody who waits',
    sparkIds: [spark.id],
    siteIds: [],
    perspectives: ['leading'],
    inviteIds: [],
  });
  return lit.id;
}

/** One letter at a time, each by another person, each timed until a neighbour's page shows it. */
async function timesToBeSeen(pages: readonly Page[], seconds: number): Promise<number[]> {
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let nth = 0; performance.now() < until; nth++) {
    const reader = at(pages, nth + 1);
    const mark = at(shown, nth);
    const many = (await words(reader)).split(mark).length;
    const seen = reader.evaluate<null>(`kindlingShows('${mark}', ${many})`);
    const began = performance.now();
    await at(pages, nth).keyboard.type(mark);
    await seen;
    times.push(performance.now() - began);
  }
  return times;
}

/** Everybody types twenty of their own letter at the same moment. @returns `yes`, or how it differs */
async function typeAtOnce(pages: readonly Page[]): Promise<string> {
  const before = await words(at(pages, 0));
  await Promise.all(pages.map((page, nth) => page.keyboard.type(at(marks, nth).repeat(20), { delay: 30 })));
  const until = performance.now() + 20_000;
  const whole = (text: string): boolean => marks.every((mark) => count(text, mark) === count(before, mark) + 20);
  let texts: string[] = [];
  do {
    texts = await Promise.all(pages.map(words));
    if (new Set(texts).size === 1 && whole(at(texts, 0))) return 'yes';
    await new Promise((later) => setTimeout(later, 50));
  } while (performance.now() < until);
  return `NO: ${new Set(texts).size} versions after 20 s, letters ${marks.map((mark) => count(at(texts, 0), mark) - count(before, mark)).join(' ')}`;
}

/** The purpose's words on this page, without the names beside carets. */
function words(page: Page): Promise<string> {
  return page.evaluate<string>('kindlingWords()');
}

function purposeOf(page: Page): Locator {
  return page.getByRole('textbox', { name: /^Purpose/ });
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}

/** Goes round the list. @throws Error when it is empty */
function at<T>(list: readonly T[], place: number): T {
  const found = list[place % list.length];
  if (found === undefined) throw new Error('an empty list has nothing at any place');
  return found;
}

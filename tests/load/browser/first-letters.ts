/** What both benches of a first letter share: the devices, the lines, and a browser that has never been here. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '#tests/helpers/chromium.ts';
import { cookiesFor } from '#tests/helpers/cookies-for.ts';
import { signUp, type Somebody } from '#tests/helpers/somebody.ts';
import { type Served, serve } from '../served.ts';
import { ms, spreadOf } from '../spread.ts';
import { type Table, verdict } from '../table.ts';

const visits = 9;

interface Line {
  readonly what: string;
  readonly device: BrowserContextOptions;
  /** What `Network.emulateNetworkConditions` takes, bytes a second; null for the line as it is. */
  readonly network: { readonly latency: number; readonly downloadThroughput: number; readonly uploadThroughput: number } | null;
  /** How many times slower the processor is. */
  readonly slower: number;
}

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back: what Lighthouse calls slow 4G. */
const slow4g = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

export const lines = {
  slowPhone: { what: 'phone, slow 4G, processor 4 times slower', device: phone, network: slow4g, slower: 4 },
  slowLine: { what: 'phone, slow 4G', device: phone, network: slow4g, slower: 1 },
  desk: { what: 'wide screen, no limit', device: { viewport: { width: 1440, height: 900 } }, network: null, slower: 1 },
} as const satisfies Readonly<Record<string, Line>>;

export interface FirstLetter {
  readonly title: string;
  /** On which line the median has a limit, in milliseconds. */
  readonly must: { readonly line: keyof typeof lines; readonly mostMs: number };
  readonly notes: readonly string[];
  /** What somebody who signed up does before; @returns the path they open. */
  before(somebody: Somebody, served: Served): Promise<string>;
  /** Types the letter T, and answers once it is on the page. */
  type(page: Page): Promise<void>;
}

/** Visits one address again and again on each line, each time with nothing kept on the device. */
export async function firstLetters({ title, must, notes, before, type }: FirstLetter): Promise<Table> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
  const served = await serve({ dataDir, demo: true });
  const browser = await launchChromium();
  try {
    const somebody = await signUp(served.url, 'Amina');
    const visit = { address: `${served.url}${await before(somebody, served)}`, cookie: somebody.cookie(), type };
    const rows: string[][] = [];
    for (const [name, line] of Object.entries(lines)) {
      const times: number[] = [];
      for (let nth = 0; nth < visits; nth++) times.push(await timeOf(browser, line, visit));
      const spread = spreadOf(times);
      rows.push([line.what, ms(spread.p50), ms(spread.max), name === must.line ? verdict(spread.p50, must.mostMs, 'ms') : '']);
    }
    return { title: `${title}, ${visits} first visits, ms`, head: ['on', 'median', 'worst', 'median must be'], rows, notes };
  } finally {
    await browser.close();
    await served.end();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Milliseconds from opening the address until the letter is there. */
async function timeOf(
  browser: Browser,
  { device, network, slower }: Line,
  visit: { address: string; cookie: string; type: FirstLetter['type'] },
): Promise<number> {
  const context = await browser.newContext(device);
  try {
    await context.addCookies(cookiesFor(visit.cookie, new URL(visit.address).origin));
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    if (network !== null) await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const began = performance.now();
    await page.goto(visit.address, { waitUntil: 'commit' });
    await visit.type(page);
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

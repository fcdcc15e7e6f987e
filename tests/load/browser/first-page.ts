/** `first-page`: how soon somebody can type a spark, on a cheap phone with a slow line and nothing kept on it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '#tests/helpers/chromium.ts';
import { cookiesFor } from '#tests/helpers/cookies-for.ts';
import { signUp } from '#tests/helpers/somebody.ts';
import type { Bench } from '../bench.ts';
import { serve } from '../served.ts';
import { ms, spreadOf } from '../spread.ts';
import { verdict } from '../table.ts';

const mostMs = 3000;
const visits = 9;

interface Line {
  readonly what: string;
  readonly device: BrowserContextOptions;
  /** What `Network.emulateNetworkConditions` takes, bytes a second; null for the line as it is. */
  readonly network: { readonly latency: number; readonly downloadThroughput: number; readonly uploadThroughput: number } | null;
  /** How many times slower the processor is. */
  readonly slower: number;
  readonly must?: boolean;
}

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back: what Lighthouse calls slow 4G. */
const slow4g = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

const lines: readonly Line[] = [
  { what: 'phone, slow 4G, processor 4 times slower', device: phone, network: slow4g, slower: 4, must: true },
  { what: 'phone, slow 4G', device: phone, network: slow4g, slower: 1 },
  { what: 'wide screen, no limit', device: { viewport: { width: 1440, height: 900 } }, network: null, slower: 1 },
];

export const firstPageBench: Bench = {
  name: 'first-page',
  what: 'from opening the address to a letter in the spark box, nothing kept on the device',
  async run() {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
    const served = await serve({ dataDir, demo: true });
    const browser = await launchChromium();
    try {
      const somebody = await signUp(served.url, 'Amina');
      const rows: string[][] = [];
      for (const line of lines) {
        const times: number[] = [];
        for (let nth = 0; nth < visits; nth++) times.push(await visit(browser, line, served.url, somebody.cookie()));
        const spread = spreadOf(times);
        rows.push([line.what, ms(spread.p50), ms(spread.max), line.must === true ? verdict(spread.p50, mostMs, 'ms') : '']);
      }
      return [
        {
          title: `The first letter in the spark box, ${visits} first visits, ms`,
          head: ['on', 'median', 'worst', 'median must be'],
          rows,
          notes: ['The demo place, signed in. The browser, the server and what slows the line share the machine.'],
        },
      ];
    } finally {
      await browser.close();
      await served.end();
      rmSync(dataDir, { recursive: true, force: true });
    }
  },
};

/** Milliseconds until a letter typed into the box is in it, in a browser that has never been here. */
async function visit(browser: Browser, { device, network, slower }: Line, url: string, cookie: string): Promise<number> {
  const context = await browser.newContext(device);
  try {
    await context.addCookies(cookiesFor(cookie, url));
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send('Network.enable');
    if (network !== null) await devtools.send('Network.emulateNetworkConditions', { offline: false, ...network });
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    const box = page.getByLabel('What did you see, or what could be better?');
    const began = performance.now();
    await page.goto(url, { waitUntil: 'commit' });
    await box.pressSequentially('T');
    while ((await box.inputValue()) !== 'T') await page.waitForTimeout(5);
    return performance.now() - began;
  } finally {
    await context.close();
  }
}

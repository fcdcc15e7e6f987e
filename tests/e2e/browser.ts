/** A real browser before a real server with the built client. `npm run build` first, or name the folder of another build in KINDLING_ROOT. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '#tests/helpers/chromium.ts';
import { cookiesFor } from '#tests/helpers/cookies-for.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { startTestServer, type Somebody, type TestServer, type TestServerOptions } from '#tests/helpers/test-server.ts';

export interface Browsing {
  readonly server: TestServer;
  /** A phone of 360 by 740, with a finger. */
  newPhone(): Promise<Page>;
  /** 1440 by 900, with a mouse and a keyboard. */
  newDesktop(): Promise<Page>;
  /** What any page threw or could not load, since the start. A walk ends by expecting none. */
  readonly mishaps: string[];
  close(): Promise<void>;
}

const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const desktop: BrowserContextOptions = { viewport: { width: 1440, height: 900 } };

/** Every page is a device of its own: nothing is shared between two of them. */
export async function startBrowsing(options: TestServerOptions = {}): Promise<Browsing> {
  const root = process.env['KINDLING_ROOT'] ?? rootFolder;
  if (!existsSync(path.join(root, 'dist/client/index.html'))) throw new Error('The client is not built: npm run build');
  const [server, browser] = await Promise.all([startTestServer({ root, ...options }), launchChromium()]);
  const mishaps: string[] = [];
  async function open(device: BrowserContextOptions): Promise<Page> {
    const context = await browser.newContext({ ...device, baseURL: server.url, locale: 'en-GB', reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => mishaps.push(String(error)));
    page.on('console', (message) => {
      // A browser logs every answer of 400 and more, and every line that is down; the screens say those in words.
      if (message.type() === 'error' && !/^Failed to load resource|net::ERR_/.test(message.text())) mishaps.push(message.text());
    });
    return page;
  }
  return {
    server,
    mishaps,
    newPhone: () => open(phone),
    newDesktop: () => open(desktop),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Brings somebody who signed up over HTTP into this browser. */
export async function comeInAs(page: Page, somebody: Somebody, url: string): Promise<void> {
  await page.context().addCookies(cookiesFor(somebody.cookie(), url));
}

/** Signs up on the screen that is open. */
export async function signUp(page: Page, name: string): Promise<void> {
  await page.getByRole('radio', { name: 'I am new here' }).check();
  await page.getByLabel('What should people call you?').fill(name);
  await page.getByLabel('Your e-mail').fill(`${name.toLowerCase()}@example.org`);
  await page.getByLabel('Choose a password').fill('four words nobody joins');
  await page.getByRole('button', { name: 'Sign up' }).click();
}

/** What axe finds wrong with the page as it stands, in light and in dark; a good page gives an empty list. In dark only colours are new: the rest of the page is the same. */
export async function axe(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await settled(page);
    // There is no frame within our pages; looking for some costs axe a page of its own each time.
    // Writing down what is well takes longer than looking for what is not.
    const builder = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
    const { violations } = await (colorScheme === 'dark' ? builder.withRules(['color-contrast', 'link-in-text-block']) : builder).analyze();
    found.push(
      ...violations.flatMap((one) =>
        one.nodes.map((node) => `${colorScheme}: ${one.id} at ${node.target.join(' ')}: ${node.failureSummary ?? one.help}`),
      ),
    );
  }
  return found;
}

/** Colours of another look pass down the page one generation a frame: waits until none is on its way. */
async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    let still = 0;
    while (still < 5) {
      await new Promise((seen) => requestAnimationFrame(seen));
      still = document.getAnimations().length === 0 ? still + 1 : 0;
    }
  });
}

/** Prints how long a walk took since then, axe and this machine's other work included: a figure to read, never a reason to fail. */
export function printTook(walk: string, began: number): void {
  process.stdout.write(`${walk}: ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

/** Whether nothing makes the page scroll sideways. */
export async function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
}

/** Every address of the product, in light and dark: axe finds nothing, nothing scrolls sideways, nothing throws. One file a device. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addresses, patterns } from '#client/app/addresses.ts';
import { sections } from '#shared/elements/kind.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

const board = 'initiative-raid-one-door';
/** An address for every pattern; one that is added without an address here does not compile. */
const screens: Record<keyof typeof patterns, readonly string[]> = {
  wall: [addresses.wall()],
  spark: [addresses.spark('spark-story-at-the-desk')],
  bringIn: [addresses.bringIn()],
  light: [addresses.light(['spark-story-at-the-desk'])],
  initiatives: [addresses.initiatives()],
  board: [addresses.board(board), ...sections.map((section) => addresses.boardSection(board, section))],
  leadership: [addresses.leadership(board), addresses.leadership('initiative-bromley')],
  systemAsks: [addresses.systemAsks()],
  systemAsk: [addresses.systemAsk('system-ask-whole-price')],
  sponsor: [addresses.sponsor()],
  pledges: [addresses.pledges()],
  waits: [addresses.waits()],
  invitations: [addresses.invitations()],
  invites: [addresses.invites(), addresses.invites(board)],
  join: [addresses.join('x'.repeat(43))],
  answer: [addresses.answer('x'.repeat(43))],
  claim: [addresses.claim('x'.repeat(43))],
  signIn: [addresses.signIn()],
  signInSent: [addresses.signInSent()],
  signInLink: [`${patterns.signInLink}#${'x'.repeat(32)}`],
  notices: [addresses.notices()],
  noticeWishes: [addresses.noticeWishes()],
  quiet: [addresses.quiet('x'.repeat(40))],
  you: [addresses.you()],
  place: [addresses.place()],
  audit: [addresses.audit()],
  about: [addresses.about(), '/no-such-page'],
};

/** A wide screen shows all sections of a board on one page. */
const wide = (address: string): boolean => !sections.some((section) => address === addresses.boardSection(board, section));
const all = Object.entries(screens).flatMap(([name, list]) => list.map((address) => [name, address] as const));

/** The tests of one device, as the first of those the demo lets anybody be. */
export function everyScreenOn(device: 'phone' | 'desktop'): void {
  let browsing: Browsing;
  let page: Page;
  beforeAll(async () => {
    browsing = await startBrowsing({ demo: true });
    const { server } = browsing;
    const somebody = server.visitor();
    const [first] = (await somebody.call.place.read()).tryAs;
    await somebody.call.place.tryAs({ personId: first?.personId ?? '' });
    page = await (device === 'phone' ? browsing.newPhone() : browsing.newDesktop());
    await comeInAs(page, somebody, server.url);
  });
  afterAll(() => browsing.close());

  test.each(all.filter(([, address]) => device === 'phone' || wide(address)))('%s %s', async (_name, address) => {
    await page.goto(address);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await axe(page)).toEqual([]);
    expect(await fitsWidth(page)).toBe(true);
  });

  test('nothing was thrown on the way', () => {
    expect(browsing.mishaps).toEqual([]);
  });
}

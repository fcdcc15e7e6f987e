/** Being told by a browser: what a person is told when theirs cannot, and from the switch to the notice on a locked screen and where it leads. */
import type { Page, Worker } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#shared/lib/ids.ts';
import { aBlocker, anInitiative } from '#tests/helpers/an-initiative.ts';
import { aBrowser, openPushService, type PushService } from '#tests/helpers/push-service.ts';
import type { Somebody } from '#tests/helpers/test-server.ts';
import { axe, type Browsing, comeInAs, fitsWidth, startBrowsing } from './browser.ts';

let browsing: Browsing;
let service: PushService;
let amina: Somebody;
let dev: Somebody;
let id = '';
let phone: Page;

beforeAll(async () => {
  service = await openPushService();
  browsing = await startBrowsing({ pushDoor: service.door });
  const { server } = browsing;
  await server.join('Sam');
  [amina, dev] = [await server.join('Amina'), await server.join('Dev')];
  id = await anInitiative(server.app.db, { team: { [amina.personId]: 'co-owner' } });
  phone = await browsing.newPhone();
  await comeInAs(phone, dev, server.url);
});
afterAll(async () => {
  await browsing.close();
  await service.close();
});

const start = () => phone.getByRole('button', { name: 'Light up on this browser' });
async function ask(): Promise<void> {
  const elementId = await aBlocker(browsing.server.app.db, id, { title: 'The lift' });
  await amina.call.asks.put({ id, elementId, asks: [{ askId: newId(), personId: dev.personId, message: 'Could you?' }] });
  await browsing.server.jobs.run();
}

test('a browser that was told not to show notices is not asked again, and says where to change that', async () => {
  await phone.context().grantPermissions([], { origin: browsing.server.url });
  await phone.goto('/notices/wishes');
  await phone.getByText('You have told this browser not to show notices from here.').waitFor();
  await expect.poll(() => start().count()).toBe(0);
});

test('a browser whose service gives no address says so, and nothing is on', async () => {
  await phone.context().grantPermissions(['notifications'], { origin: browsing.server.url });
  await phone.reload();
  // This browser leaves no trace of what it did, and such a one has no service.
  await start().tap();
  await phone.getByText('The browser could not reach its own notice service. Try again later.').waitFor();
  await phone.getByText('This browser does not light up.').waitFor();
  await expect.poll(async () => (await dev.call.notices.push()).words).toBeNull();
  expect(await axe(phone)).toEqual([]);
  expect(await fitsWidth(phone)).toBe(true);
});

test('with a service, one tap turns it on, saying little; the whole sentence is one more', async () => {
  await phone.addInitScript(haveService, { endpoint: `${service.url}/devs-phone`, ...aBrowser() });
  await phone.reload();
  await start().tap();
  await phone.getByText('This browser lights up at once.').waitFor();
  await expect.poll(async () => (await dev.call.notices.push()).words).toBe('short');
  expect(await axe(phone)).toEqual([]);
  expect(await fitsWidth(phone)).toBe(true);
  const whole = phone.getByRole('radio', { name: 'The whole sentence, with names and titles' });
  await whole.tap();
  await expect.poll(() => whole.isChecked()).toBe(true);
  await expect.poll(async () => (await dev.call.notices.push()).words).toBe('whole');
});

test('an ask goes out to the service and lights up the screen, once however often it comes', async () => {
  await ask();
  await expect.poll(() => service.pushed.length).toBe(1);
  const note = service.pushed[0]?.note;
  expect(note?.body).toBe('Amina asks you about: The lift');
  const deliver = await line(phone);
  await deliver(JSON.stringify(note));
  await deliver(JSON.stringify(note));
  await expect.poll(() => shown(phone)).toEqual([{ title: 'Kindling', body: note?.body, tag: note?.tag, lang: 'en' }]);
});

test('a tap on it opens what it is about in a window of its own, or the one that shows it already', async () => {
  const { url } = browsing.server;
  await watchWindows(worker());
  await tapNotice(worker());
  await expect.poll(() => windows(worker())).toEqual([`open ${url}/sponsor`]);
  await expect.poll(() => shown(phone)).toEqual([]);
  const deliver = await line(phone);
  await deliver(JSON.stringify({ address: '/notices/wishes' }));
  await tapNotice(worker());
  await expect.poll(() => windows(worker())).toEqual([`open ${url}/sponsor`, `focus ${url}/notices/wishes`]);
});

test('a note that leads elsewhere stays here, and one that does not read still says that something is there', async () => {
  const { url } = browsing.server;
  await watchWindows(worker());
  const deliver = await line(phone);
  await deliver(JSON.stringify({ body: 'Look', address: '//elsewhere.example/x' }));
  await tapNotice(worker());
  await deliver('no note at all');
  await expect.poll(() => shown(phone)).toMatchObject([{ title: 'Kindling', body: '' }]);
  await tapNotice(worker());
  await expect.poll(() => windows(worker())).toEqual([`open ${url}`, `open ${url}/notices`]);
});

test('one tap turns it off, and nothing more goes out', async () => {
  await phone.getByRole('button', { name: 'Stop on this browser' }).tap();
  await phone.getByText('This browser does not light up.').waitFor();
  await expect.poll(async () => (await dev.call.notices.push()).words).toBeNull();
  await ask();
  expect(service.pushed).toHaveLength(1);
});

test('nothing was thrown on the way', () => {
  expect(browsing.mishaps.filter((line) => !line.includes('does not support the Push API in incognito mode'))).toEqual([]);
});

/** Runs in the page: a browser whose service is the one of this test. Real ones are on the internet. */
function haveService({ endpoint, p256dh, auth }: { endpoint: string; p256dh: string; auth: string }): void {
  const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0)).buffer;
  let kept: object | null = null;
  const made = (key: string) => ({
    endpoint,
    options: { applicationServerKey: bytes(key) },
    getKey: (name: string) => bytes(name === 'auth' ? auth : p256dh),
    unsubscribe: async () => {
      kept = null;
      return true;
    },
  });
  Object.assign(PushManager.prototype, {
    subscribe: async (how: { applicationServerKey: string }) => (kept = made(how.applicationServerKey)),
    getSubscription: async () => kept,
  });
}

/** What a browser's service does with a note that arrived: hands it to the worker of this page. */
async function line(page: Page): Promise<(data: string) => Promise<void>> {
  const browser = await page.context().newCDPSession(page);
  const found = new Promise<string>((done) =>
    browser.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first !== undefined) done(first.registrationId);
    }),
  );
  await browser.send('ServiceWorker.enable');
  const registrationId = await found;
  await countNotices(worker());
  return async (data) => {
    const before = await noticesMade(worker());
    const send = () => browser.send('ServiceWorker.deliverPushMessage', { origin: browsing.server.url, registrationId, data });
    await expect
      .poll(
        async () => {
          // A worker that is only just starting may miss one: only after a while is it sent again, so that none comes late.
          await send();
          return within(3000, async () => (await noticesMade(worker())) > before);
        },
        { timeout: 30_000 },
      )
      .toBe(true);
  };
}

async function within(ms: number, isSo: () => Promise<boolean>): Promise<boolean> {
  return expect
    .poll(isSo, { timeout: ms })
    .toBe(true)
    .then(
      () => true,
      () => false,
    );
}

/** Each push makes one notice, even where it takes the place of the one before: they are counted as the worker makes them. */
async function countNotices(here: Worker): Promise<void> {
  await here.evaluate(() => {
    const scope = globalThis as unknown as { made?: number; registration: ServiceWorkerRegistration };
    if (scope.made !== undefined) return;
    scope.made = 0;
    const { registration } = scope;
    const show = registration.showNotification.bind(registration);
    registration.showNotification = async (...how) => {
      await show(...how);
      scope.made = (scope.made ?? 0) + 1;
    };
  });
}

function noticesMade(here: Worker): Promise<number> {
  return here.evaluate(() => (globalThis as { made?: number }).made ?? 0);
}

function shown(page: Page): Promise<{ title: string; body: string; tag: string; lang: string }[]> {
  return page.evaluate(async () => {
    const notices = await (await navigator.serviceWorker.ready).getNotifications();
    return notices.map(({ title, body, tag, lang }) => ({ title, body, tag, lang }));
  });
}

function worker(): Worker {
  const [first] = phone.context().serviceWorkers();
  if (first === undefined) throw new Error('no worker');
  return first;
}

/** A browser opens windows only for a finger on a real screen, which there is none of here: what the worker wants of it is written down. */
async function watchWindows(here: Worker): Promise<void> {
  await here.evaluate(() => {
    const wanted: string[] = [];
    const scope: { wanted?: string[]; clients?: object; WindowClient?: { prototype: object } } = globalThis as object;
    scope.wanted = wanted;
    Object.assign(scope.clients ?? {}, { openWindow: async (url: string) => void wanted.push(`open ${url}`) });
    Object.assign(scope.WindowClient?.prototype ?? {}, {
      async focus(this: { url: string }) {
        wanted.push(`focus ${this.url}`);
      },
    });
  });
}

function windows(here: Worker): Promise<string[]> {
  return here.evaluate(() => (globalThis as { wanted?: string[] }).wanted ?? []);
}

async function tapNotice(here: Worker): Promise<void> {
  await here.evaluate(async () => {
    const scope = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      NotificationEvent: new (type: string, init: { notification: Notification | undefined }) => Event;
    };
    const [notification] = await scope.registration.getNotifications();
    globalThis.dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }));
  });
}

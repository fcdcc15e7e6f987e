/** The service worker: keeps the app on the device, so that the spark box opens without a line, and shows notices that were pushed. It never touches the API or the socket. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: {
  __WB_MANIFEST: (PrecacheEntry | string)[];
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
  addEventListener(type: 'push', listener: (event: Pushing) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: Lasting & { notification: Notification }) => void): void;
  location: Location;
  registration: ServiceWorkerRegistration;
  clients: { matchAll(which: { type: 'window'; includeUncontrolled: boolean }): Promise<readonly Page[]>; openWindow(url: string): Promise<unknown> };
};

interface Lasting {
  waitUntil(work: Promise<unknown>): void;
}

interface Pushing extends Lasting {
  data: { json(): unknown } | null;
}

interface Page {
  readonly url: string;
  focus(): Promise<unknown>;
}

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/, /^\/socket\.io(\/|$)/, /^\/(healthz|readyz)$/] }),
);

// A newer worker waits until the person says so (or all tabs are closed): a page never loses its own chunks half way.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

self.addEventListener('push', (event) => event.waitUntil(show(noteIn(event))));

function noteIn({ data }: Pushing): unknown {
  try {
    return data?.json();
  } catch {
    return null; // No JSON: see below.
  }
}

// A browser that is pushed to must show something: a note that does not read still says that something is there.
async function show(note: unknown): Promise<void> {
  const { title, body, tag, address, language } = textsOf(note);
  const shown = { body: body ?? '', tag: tag ?? 'note', lang: language ?? 'en', icon: '/icon-192.png', data: { address: address ?? '/notices' } };
  await self.registration.showNotification(title ?? 'Kindling', shown);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(textsOf(event.notification.data)['address'] ?? '/notices'));
});

/** In a page of ours that shows it already, else in a new one, since somebody may be writing in the others; nowhere but here. */
async function open(address: string): Promise<void> {
  const target = new URL(address, self.location.origin);
  const url = target.origin === self.location.origin ? target.href : self.location.origin;
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const shown = pages.find((page) => page.url === url);
  await (shown === undefined ? self.clients.openWindow(url) : shown.focus());
}

function textsOf(value: unknown): Partial<Record<string, string>> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

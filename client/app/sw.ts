/** The service worker: keeps the app on the device, so that the spark box opens without a line. It never touches the API or the socket. */
import { cleanupOutdatedCaches, createHandlerBoundToURL, type PrecacheEntry, precacheAndRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: {
  __WB_MANIFEST: (PrecacheEntry | string)[];
  skipWaiting(): Promise<void>;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};

cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/api(\/|$)/, /^\/socket\.io(\/|$)/, /^\/(healthz|readyz)$/] }),
);

// A newer worker waits until the person says so (or all tabs are closed): a page never loses its own chunks half way.
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') void self.skipWaiting();
});

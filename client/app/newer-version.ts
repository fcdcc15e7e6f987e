import { useEffect, useState } from 'react';

/** Registers the service worker after the first screen is drawn; gives a function to load the newer version once one is ready, else null. */
export function useNewerVersion(): (() => void) | null {
  const [waiting, setWaiting] = useState<ServiceWorker | null>(null);
  useEffect(() => {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    register(setWaiting).catch(() => {
      // Without a worker everything works except opening without a line; a browser may forbid it (private window).
    });
  }, []);
  return waiting && (() => takeOver(waiting));
}

async function register(onReady: (worker: ServiceWorker) => void): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js');
  const offer = (worker: ServiceWorker | null) => {
    // Without a controller this is the first visit: the worker just installed is not newer than the page.
    if (worker?.state === 'installed' && navigator.serviceWorker.controller) onReady(worker);
  };
  offer(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => offer(worker));
  });
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  worker.postMessage('take-over');
}

/** What this browser can and may do about web push. Asking for leave happens only on a tap. */

export type Able = 'no' | 'refused' | 'yes';

const patienceMs = 3000;

/** A browser without a service worker (a private window, a page that is not installed on an iPhone) can not be told. */
export async function ableToBeTold(): Promise<Able> {
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'no';
  if (Notification.permission === 'denied') return 'refused';
  return (await hasWorker()) ? 'yes' : 'no';
}

/** The worker is registered once the first screen is drawn: who opens this screen first waits a moment for it. On a slow line it is still fetching then, which is enough. */
async function hasWorker(): Promise<boolean> {
  const registered = async () => (await navigator.serviceWorker.getRegistration()) !== undefined;
  if (await registered()) return true;
  await Promise.race([navigator.serviceWorker.ready, new Promise((late) => setTimeout(late, patienceMs))]);
  return registered();
}

export interface Subscribed {
  readonly endpoint: string;
  readonly p256dh: string;
  readonly auth: string;
}

/** The browser asks the person for leave, then its service for an address. Null when the person says no. @throws what the browser's service says */
export async function subscribe(key: string): Promise<Subscribed | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const manager = (await navigator.serviceWorker.ready).pushManager;
  const kept = await manager.getSubscription();
  // One made for another key (the server's data began anew) takes no notes of ours.
  if (kept !== null && !isFor(kept, key)) await kept.unsubscribe();
  const made = await manager.subscribe({ userVisibleOnly: true, applicationServerKey: key });
  return { endpoint: made.endpoint, p256dh: text(made.getKey('p256dh')), auth: text(made.getKey('auth')) };
}

export async function unsubscribe(): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration();
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}

/** Whether the browser itself still keeps its side. */
export async function isSubscribed(): Promise<boolean> {
  const registration = await navigator.serviceWorker?.getRegistration();
  return ((await registration?.pushManager?.getSubscription()) ?? null) !== null;
}

function isFor({ options }: PushSubscription, key: string): boolean {
  return text(options.applicationServerKey) === key;
}

/** Bytes in base64url. */
function text(bytes: ArrayBuffer | null): string {
  const letters = String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)));
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

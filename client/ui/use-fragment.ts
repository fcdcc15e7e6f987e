import { useSyncExternalStore } from 'react';

/** The secret in the address's fragment, which browsers send to no server. It stays in the address until the page is left, so that loading the page again on a bad line loses nothing. */
export function useFragment(): string {
  return useSyncExternalStore(watch, () => location.hash.slice(1));
}

function watch(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

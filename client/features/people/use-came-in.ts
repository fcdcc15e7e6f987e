import { useCallback } from 'react';
import { useLocation } from 'wouter';
import { isOwnAddress, nextAddress } from '#client/app/addresses.ts';
import { useChangedPerson } from '#client/api/me.ts';

/** What follows coming in: everything shown is asked for again, and the page goes where the person was heading. */
export function useCameIn(): (to?: string) => Promise<void> {
  const changed = useChangedPerson();
  const [, go] = useLocation();
  return useCallback(
    async (to = heading()) => {
      await changed();
      go(to);
    },
    [changed, go],
  );
}

/** An invitation's secret must not stand in an address the server sees, so a page may leave where to go in the browser's history instead. */
function heading(): string {
  const state: unknown = history.state;
  const next: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'next') : null;
  return typeof next === 'string' && isOwnAddress(next) ? next : nextAddress(location.search);
}

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { systemClock } from '#shared/lib/clock.ts';
import { api } from '#client/api/api.ts';
import { calls } from '#client/api/call.ts';
import { useMe } from '#client/api/me.ts';
import { useLine } from '#client/realtime/live.tsx';
import { keepSecret } from '../secrets.ts';
import { makeOutbox, type Outbox, type Shown } from './outbox.ts';

/** One a page, also while its screens come and go: what waits is sent from wherever the person is. */
const outbox: Outbox = makeOutbox({
  whoAmI: async () => (await calls.people.me()).person?.id ?? null,
  send: (post) => calls.sparks.post(post),
  arrived: (id, editSecret) => {
    if (editSecret !== null) keepSecret(id, editSecret);
  },
  clock: systemClock,
});

const tryAgainMs = 20_000;
const flush = () => void outbox.flush();
let watching = false;

/** Tries again whenever it may work again. */
function watch(): void {
  if (watching) return;
  watching = true;
  addEventListener('online', flush);
  addEventListener('storage', flush);
  document.addEventListener('visibilitychange', flush);
  setInterval(flush, tryAgainMs);
}

/** What waits on this device that is the viewer's to see, and what has just arrived. */
export function useOutbox(): Shown & { outbox: Outbox } {
  const { person } = useMe();
  const line = useLine();
  const queries = useQueryClient();
  const shown = useSyncExternalStore(outbox.onChange, outbox.shown);
  const arrivals = shown.sent.length;
  useEffect(watch, []);
  useEffect(flush, [line, person?.id]);
  useEffect(() => {
    if (arrivals > 0) void queries.invalidateQueries({ queryKey: api.sparks.list.key() });
  }, [arrivals, queries]);
  const mine = shown.waiting.filter((one) => one.who === null || one.who === person?.id);
  return { ...shown, waiting: mine, outbox };
}

import { useSyncExternalStore } from 'react';
import type { BoardElement } from '#shared/elements/registry.ts';
import { useOpenBoard } from './board-context.ts';

/** Every card of the open board in its order, archived ones among them. */
export function useCards(): readonly BoardElement[] {
  const { cards } = useOpenBoard();
  return useSyncExternalStore(cards.subscribe, cards.all);
}

/** How many cards belong to a newer Kindling and are not shown. */
export function useUnread(): number {
  const { cards } = useOpenBoard();
  return useSyncExternalStore(cards.subscribe, cards.unread);
}

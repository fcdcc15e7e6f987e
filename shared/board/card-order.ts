/** Where a card goes when it is put between two others. */
import { positionBetween, positionsBetween } from '../lib/position.ts';

export interface Placed {
  readonly id: string;
  readonly position: string;
}

/** A position longer than this makes the whole board take short ones again. It takes about a hundred moves between the same few cards. */
const longest = 60;

/**
 * New positions, by card id, that put `id` right after `before`; with no `before`, right in front of `after`; with neither, last.
 * Two people may have put two cards in the same place at once. A card put between those two moves the later one on as well.
 * `placed` is every card of the board in its order.
 */
export function placesFor(
  placed: readonly Placed[],
  id: string,
  { before, after }: { before: string | null; after: string | null },
): Map<string, string> {
  const others = placed.filter((card) => card.id !== id);
  const at = indexBetween(others, before, after);
  const low = others[at - 1]?.position ?? null;
  let end = at;
  while (low !== null && others[end]?.position === low) end++;
  const moved = [id, ...others.slice(at, end).map((card) => card.id)];
  const places = positionsBetween(low, others[end]?.position ?? null, moved.length);
  if (places.some((place) => place.length > longest)) return respaced(others.toSpliced(at, 0, { id, position: '' }));
  return new Map(moved.map((card, nth) => [card, places[nth] ?? '']));
}

/** A position behind every card. */
export function lastPlace(placed: readonly Placed[]): string {
  return positionBetween(placed.at(-1)?.position ?? null, null);
}

function indexBetween(others: readonly Placed[], before: string | null, after: string | null): number {
  const afterIt = before === null ? -1 : others.findIndex((card) => card.id === before);
  if (afterIt >= 0) return afterIt + 1;
  const inFront = after === null ? -1 : others.findIndex((card) => card.id === after);
  return inFront >= 0 ? inFront : others.length;
}

function respaced(order: readonly Placed[]): Map<string, string> {
  const places = positionsBetween(null, null, order.length);
  return new Map(order.map((card, nth) => [card.id, places[nth] ?? '']));
}

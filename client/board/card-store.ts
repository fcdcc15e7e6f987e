/** The cards of a live board as screens read them. A card keeps its identity until it changes, so that typing in one draws one. */
import type * as Y from 'yjs';
import { boardRoots } from '#shared/board/layout.ts';
import { byPlace, readElement } from '#shared/board/read-board.ts';
import type { BoardElement } from '#shared/elements/registry.ts';

export interface CardStore {
  /** Every card that can be read, archived ones among them, in board order. The same array until something changes. */
  all(): readonly BoardElement[];
  /** Cards of a newer Kindling, which this one leaves as they are. */
  unread(): number;
  subscribe(listener: () => void): () => void;
  destroy(): void;
}

export function makeCardStore(doc: Y.Doc): CardStore {
  const { elements } = boardRoots(doc);
  const cards = new Map<string, BoardElement>();
  const strange = new Set<string>();
  const listeners = new Set<() => void>();
  let order: readonly BoardElement[] = [];

  function read(id: string): void {
    const reading = readElement(doc, id);
    cards.delete(id);
    strange.delete(id);
    if (reading?.ok === true) cards.set(id, reading.element);
    else if (reading !== null) strange.add(id);
  }
  function sort(): void {
    order = [...cards.values()].sort(byPlace);
  }
  function follow(events: readonly Y.YEvent<Y.AbstractType<unknown>>[]): void {
    for (const id of new Set(events.flatMap(touched))) read(id);
    sort();
    for (const listener of listeners) listener();
  }
  function touched(event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
    const [id] = event.path;
    return id === undefined ? [...event.changes.keys.keys()] : [String(id)];
  }

  for (const id of elements.keys()) read(id);
  sort();
  elements.observeDeep(follow);
  return {
    all: () => order,
    unread: () => strange.size,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    destroy: () => elements.unobserveDeep(follow),
  };
}

/** Who is where on a board. The page says where; the server says who. One state a page, forgotten when it goes. */
import type { PersonCard } from '#shared/features/people/model.ts';
import type { Present, Whereabouts } from '#shared/realtime/events.ts';

export interface Presence {
  list(boardId: string): Present[];
  /** @returns what others are to be told */
  put(key: string, card: PersonCard, where: Whereabouts): Present;
  /** @returns whether there was anything to forget */
  forget(boardId: string, key: string): boolean;
}

export function makePresence(): Presence {
  const boards = new Map<string, Map<string, Present>>();
  return {
    list: (boardId) => [...(boards.get(boardId)?.values() ?? [])],
    put(key, card, { boardId, section, elementId, caret }) {
      const present: Present = { key, personId: card.id, label: card.label, section, elementId, caret };
      const here = boards.get(boardId) ?? new Map<string, Present>();
      boards.set(boardId, here.set(key, present));
      return present;
    },
    forget(boardId, key) {
      const here = boards.get(boardId);
      const gone = here?.delete(key) ?? false;
      if (here?.size === 0) boards.delete(boardId);
      return gone;
    },
  };
}

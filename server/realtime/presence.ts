/**
 * Who is where on a board. The page says where; the server says who. One state a page, forgotten when it goes. Others are told of
 * all who moved within a short while at once, each where they are by then.
 */
import type { PersonCard } from '#shared/features/people/model.ts';
import type { Present, Whereabouts } from '#shared/realtime/events.ts';

export interface Presence {
  list(boardId: string): Present[];
  put(key: string, card: PersonCard, where: Whereabouts): void;
  /** @returns whether there was anything to forget */
  forget(boardId: string, key: string): boolean;
}

interface Here {
  readonly pages: Map<string, Present>;
  /** Keys of pages that moved since others were told. */
  moved: Set<string>;
}

const tellAfterMs = 40;

export function makePresence(tell: (boardId: string, here: readonly Present[]) => void): Presence {
  const boards = new Map<string, Here>();

  function tellMoved(boardId: string): void {
    const here = boards.get(boardId);
    if (here === undefined) return;
    const moved = [...here.moved].flatMap((key) => here.pages.get(key) ?? []);
    here.moved = new Set();
    if (moved.length > 0) tell(boardId, moved);
  }

  return {
    list: (boardId) => [...(boards.get(boardId)?.pages.values() ?? [])],
    put(key, card, { boardId, section, elementId, caret }) {
      const here = boards.get(boardId) ?? { pages: new Map<string, Present>(), moved: new Set<string>() };
      boards.set(boardId, here);
      here.pages.set(key, { key, personId: card.id, label: card.label, section, elementId, caret });
      if (here.moved.size === 0) setTimeout(() => tellMoved(boardId), tellAfterMs).unref();
      here.moved.add(key);
    },
    forget(boardId, key) {
      const here = boards.get(boardId);
      const gone = here?.pages.delete(key) ?? false;
      if (here?.pages.size === 0) boards.delete(boardId);
      return gone;
    },
  };
}

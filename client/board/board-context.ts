/** What every part of an open board may rely on: the document behind typed edits, who is here, and what I may do. */
import { createContext, useContext } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type { CardStore } from './card-store.ts';
import type { BoardUndo } from './undo.ts';

export interface OpenBoard {
  readonly boardId: string;
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  readonly cards: CardStore;
  readonly undo: BoardUndo;
  /** Says where I am: a section, and a card in it. */
  where(section: string | null, elementId: string | null): void;
  /** Keeps words that could not go into the document, for their writer to copy. */
  keepWords(words: string, reason: string): void;
}

/** Somebody else on this board. One person may have several pages open. */
export interface Here {
  readonly personId: string;
  readonly label: string;
  readonly section: string | null;
  readonly elementId: string | null;
}

export interface BoardRights {
  readonly mayEdit: boolean;
  /** Why not, as a catalogue key. */
  readonly because: string | null;
}

export const OpenBoardContext = createContext<OpenBoard | null>(null);
export const HereContext = createContext<readonly Here[]>([]);
export const RightsContext = createContext<BoardRights>({ mayEdit: false, because: null });

/** The open board. @throws outside of one */
export function useOpenBoard(): OpenBoard {
  const board = useContext(OpenBoardContext);
  if (board === null) throw new Error('no board is open here');
  return board;
}

/** Others on this board, wherever they are. */
export function useHere(): readonly Here[] {
  return useContext(HereContext);
}

export function useRights(): BoardRights {
  return useContext(RightsContext);
}

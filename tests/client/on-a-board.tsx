/** Draws a part the way an open board does: with a document, its cards, undo, and what I may do. */
import { type ReactNode, useState } from 'react';
import { onTestFinished } from 'vitest';
import { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { type Here, HereContext, type OpenBoard, OpenBoardContext, RightsContext } from '#client/board/board-context.ts';
import { makeCardStore } from '#client/board/card-store.ts';
import { makeBoardUndo } from '#client/board/undo.ts';
import { type CardSurroundings, SurroundingsContext } from '#client/elements/card-context.ts';
import { type Drawn, draw } from './render.tsx';

export interface OnABoard extends Drawn {
  readonly board: OpenBoard;
  /** Words that could not go into the document. */
  readonly kept: readonly string[];
  readonly whereabouts: readonly (string | null)[];
}

export interface BoardGiven {
  readonly mayEdit?: boolean;
  readonly here?: readonly Here[];
  readonly surroundings?: Partial<CardSurroundings>;
}

/** Draws a part on the board of this document. */
export async function drawOnBoard(doc: Y.Doc, part: ReactNode, { mayEdit = true, here = [], surroundings = {} }: BoardGiven = {}): Promise<OnABoard> {
  const kept: string[] = [];
  const whereabouts: (string | null)[] = [];
  const awareness = new Awareness(doc);
  const board: OpenBoard = {
    boardId: 'board-of-the-test',
    doc,
    awareness,
    cards: makeCardStore(doc),
    undo: makeBoardUndo(doc),
    where: (section) => void whereabouts.push(section),
    keepWords: (words) => void kept.push(words),
  };
  onTestFinished(() => {
    board.cards.destroy();
    board.undo.destroy();
    awareness.destroy();
  });
  const drawn = await draw(
    <RightsContext value={{ mayEdit, because: mayEdit ? null : 'why.reading-only' }}>
      <HereContext value={here}>
        <OpenBoardContext value={board}>
          <Around {...surroundings}>{part}</Around>
        </OpenBoardContext>
      </HereContext>
    </RightsContext>,
  );
  return { ...drawn, board, kept, whereabouts };
}

function Around({ children, ...given }: Partial<CardSurroundings> & { children: ReactNode }) {
  const [openId, open] = useState<string | null>(null);
  const nothing: CardSurroundings = {
    openId,
    open,
    attributionOf: () => null,
    under: () => null,
    badge: () => null,
    othersPast: () => null,
    bigger: () => null,
    saidYes: () => null,
    onInvite: null,
    sparkAddress: (id) => `/sparks/${id}`,
  };
  return <SurroundingsContext value={{ ...nothing, ...given }}>{children}</SurroundingsContext>;
}

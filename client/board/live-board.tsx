import { Fragment, type ReactNode, useCallback, useEffect, useMemo, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { newId } from '#shared/lib/ids.ts';
import type { BoardProvider } from '#client/realtime/board-provider.ts';
import type { BoardStatus } from '#client/realtime/board-status.ts';
import { useBoard } from '#client/realtime/use-board.ts';
import { type BoardRights, type Here, HereContext, type OpenBoard, OpenBoardContext, RightsContext } from './board-context.ts';
import { makeCardStore } from './card-store.ts';
import { caretColour } from './caret-colour.ts';
import { sameHere } from './present.ts';
import { makeBoardUndo } from './undo.ts';

/** Words that were held back on this page, waiting for their writer to copy them. */
export interface HeldWords {
  readonly id: string;
  readonly words: string;
  readonly reason: string;
}

/** What the frame of a board shows of its line, whether or not the document is there yet. */
export interface BoardLine {
  readonly status: BoardStatus;
  readonly provider: BoardProvider | null;
  readonly held: readonly HeldWords[];
  readonly letGo: (heldId: string) => void;
}

export interface LiveBoardProps {
  boardId: string;
  personId: string | null;
  /** Around everything, from the first moment on. */
  frame: (line: BoardLine, content: ReactNode) => ReactNode;
  /** While there is nothing to show yet. */
  waiting: ReactNode;
  /** Drawn once the document is there. It should be the same element from one drawing to the next. */
  children: ReactNode;
}

/** Opens a board and keeps it open: its content is drawn once, and draws itself again as the document changes. */
export function LiveBoard({ boardId, personId, frame, waiting, children }: LiveBoardProps) {
  const { provider, status } = useBoard(boardId, personId, caretColour);
  const [held, setHeld] = useState<readonly HeldWords[]>([]);
  const keepWords = useCallback((words: string, reason: string) => setHeld((before) => [...before, { id: newId(), words, reason }]), []);
  const letGo = useCallback((heldId: string) => setHeld((before) => before.filter(({ id }) => id !== heldId)), []);
  const unsent = status.unsent || held.length > 0;
  useEffect(() => (unsent ? askBeforeLeaving() : undefined), [unsent]);
  const open = useOpened(provider, status, boardId, keepWords);
  const rights = useMemo<BoardRights>(() => ({ mayEdit: status.mayEdit, because: status.because }), [status.mayEdit, status.because]);
  const [hereBefore, setHere] = useState<readonly Here[]>([]);
  const here = sameHere(hereBefore, status.present, personId);
  if (here !== hereBefore) setHere(here);
  const content = open === null ? waiting : <Fragment key={status.generation}>{children}</Fragment>;
  return (
    <RightsContext value={rights}>
      <HereContext value={here}>
        <OpenBoardContext value={open}>{frame({ status, provider, held, letGo }, content)}</OpenBoardContext>
      </HereContext>
    </RightsContext>
  );
}

/** The document with what belongs to it; made anew when the document is another one. */
function useOpened(
  provider: BoardProvider | null,
  { loaded, generation }: BoardStatus,
  boardId: string,
  keepWords: OpenBoard['keepWords'],
): OpenBoard | null {
  const [opened, setOpened] = useState<{ of: Y.Doc; board: OpenBoard } | null>(null);
  useEffect(() => {
    if (provider === null || !loaded) return;
    const { doc, awareness }: { doc: Y.Doc; awareness: Awareness } = provider;
    const cards = makeCardStore(doc);
    const undo = makeBoardUndo(doc);
    const where: OpenBoard['where'] = (section, elementId) => provider.where(section, elementId);
    setOpened({ of: doc, board: { boardId, doc, awareness, cards, undo, where, keepWords } });
    return () => {
      setOpened(null);
      cards.destroy();
      undo.destroy();
    };
  }, [provider, loaded, generation, boardId, keepWords]);
  return opened !== null && loaded && opened.of === provider?.doc ? opened.board : null;
}

/** The browser asks before it closes the page. Words are kept on the device anyway, but a shared device may be cleared. */
function askBeforeLeaving(): () => void {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  addEventListener('beforeunload', ask);
  return () => removeEventListener('beforeunload', ask);
}

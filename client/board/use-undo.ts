import { useCallback, useSyncExternalStore } from 'react';
import { say } from '#shared/words/say.ts';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { useOpenBoard } from './board-context.ts';
import type { UndoState } from './undo.ts';

export interface Undo extends UndoState {
  readonly undo: () => void;
  readonly redo: () => void;
  /** Ctrl+Z and its kin, anywhere on the board. */
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** My own last edit, taken back or put back, and said aloud. */
export function useUndo(): Undo {
  const { undo: board } = useOpenBoard();
  const announce = useAnnounce();
  const state = useSyncExternalStore(board.subscribe, board.state);
  const undo = useCallback(() => announce(say(board.undo() ? 'board.undone' : 'board.nothing-to-undo')), [board, announce]);
  const redo = useCallback(() => announce(say(board.redo() ? 'board.redone' : 'board.nothing-to-redo')), [board, announce]);
  const onKeyDown = useCallback(
    (event: KeyboardEvent) => {
      const which = undoKey(event);
      // Boxes of one's own (a comment being written, a search) have their own undo.
      if (which === null || isOwnBox(event.target)) return;
      event.preventDefault();
      if (which === 'undo') undo();
      else redo();
    },
    [undo, redo],
  );
  return { ...state, undo, redo, onKeyDown };
}

function undoKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): 'undo' | 'redo' | null {
  if (altKey || ctrlKey === metaKey) return null;
  const letter = key.toLowerCase();
  if (letter === 'z') return shiftKey ? 'redo' : 'undo';
  return letter === 'y' && ctrlKey ? 'redo' : null;
}

/** Boxes that write into the document say so; every other box keeps the browser's undo. */
function isOwnBox(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  const box = target.closest('input, textarea, [contenteditable="true"]');
  return box !== null && box.closest('[data-live]') === null;
}

/** Undo of my own edits on one board, with what a button needs to know. */
import type * as Y from 'yjs';
import { makeUndo } from '#shared/board/undo.ts';

export interface UndoState {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export interface BoardUndo {
  state(): UndoState;
  subscribe(listener: () => void): () => void;
  /** @returns whether there was anything to take back */
  undo(): boolean;
  redo(): boolean;
  /** What comes next is a step of its own. */
  step(): void;
  /** Edits with this origin are mine too. */
  track(origin: unknown): void;
  destroy(): void;
}

export function makeBoardUndo(doc: Y.Doc): BoardUndo {
  const manager = makeUndo(doc);
  const listeners = new Set<() => void>();
  let now: UndoState = { canUndo: false, canRedo: false };
  const look = (): void => {
    const next = { canUndo: manager.canUndo(), canRedo: manager.canRedo() };
    if (next.canUndo === now.canUndo && next.canRedo === now.canRedo) return;
    now = next;
    for (const listener of listeners) listener();
  };
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const) manager.on(event, look);
  return {
    state: () => now,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    undo: () => manager.undo() !== null,
    redo: () => manager.redo() !== null,
    step: () => manager.stopCapturing(),
    track: (origin) => manager.addTrackedOrigin(origin),
    destroy: () => manager.destroy(),
  };
}

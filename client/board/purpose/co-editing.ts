/**
 * Several people in one rich text, with their carets. The stock extension brings an undo of its own and ends it with the
 * editor; here undo belongs to the board and outlives the editor, so that leaving the purpose forgets nothing.
 */
import { Extension } from '@tiptap/core';
import { Plugin } from '@tiptap/pm/state';
import { ySyncPlugin, yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type * as Y from 'yjs';
import { caretOf, selectionOf } from './caret-label.ts';

export interface CoEditingParts {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
}

export function coEditing({ fragment, awareness }: CoEditingParts) {
  return Extension.create({
    name: 'coEditing',
    priority: 1000,
    addProseMirrorPlugins() {
      const made: unknown[] = [ySyncPlugin(fragment), yCursorPlugin(awareness, { cursorBuilder: caretOf, selectionBuilder: selectionOf })];
      return made.filter((one) => one instanceof Plugin);
    },
  });
}

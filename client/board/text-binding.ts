/**
 * Ties a box on the screen to a co-edited text. What is typed becomes the smallest edit; what others type appears around the
 * caret without moving it. While an input method composes a letter, or while the box holds words that may not leave this
 * device, the box is left alone and what others typed waits.
 */
import * as Y from 'yjs';
import { localOrigin } from '#shared/board/origins.ts';
import { replaceText } from '#shared/board/replace-text.ts';
import { cleanFor, type TextField } from '#shared/elements/fields.ts';
import { caretAfterDelta, caretBetween, endOfDelta } from './caret.ts';

export type TextBoxElement = HTMLTextAreaElement | HTMLInputElement;

export interface BindingParts {
  readonly box: TextBoxElement;
  readonly text: Y.Text;
  readonly field: TextField;
  /** Why these words may not be sent, as a catalogue key; null when they may. */
  readonly refuses: (words: string) => string | null;
  /** The box shows something else now, or holds words back for another reason. */
  readonly changed: (words: string, held: string | null) => void;
}

export interface TextBinding {
  /** Words that were typed and held back, when there are any: the box goes and somebody has to keep them. */
  release(): string | null;
}

export function bindText({ box, text, field, refuses, changed }: BindingParts): TextBinding {
  let shown = text.toString();
  let composing = false;
  let held: string | null = null;
  let writing = false;
  box.value = shown;

  function write(): void {
    const caret = box.selectionEnd ?? box.value.length;
    const words = cleanFor(field, box.value);
    held = refuses(words);
    if (held !== null) return changed(box.value, held);
    writing = true;
    replaceText(text, words, { shown, caret: cleanFor(field, box.value.slice(0, caret)).length, origin: localOrigin });
    writing = false;
    const typed = box.value;
    show(text.toString(), (at) => caretBetween(at, typed, text.toString()));
  }

  function show(words: string, moved: (caret: number) => number): void {
    shown = words;
    if (box.value !== words) {
      const [from, to] = [box.selectionStart ?? 0, box.selectionEnd ?? 0];
      box.value = words;
      if (box.ownerDocument.activeElement === box) box.setSelectionRange(moved(from), moved(to));
    }
    changed(words, held);
  }

  function others(event: Y.YTextEvent, transaction: Y.Transaction): void {
    if (writing || composing || held !== null) return;
    const { delta } = event;
    const back = transaction.origin instanceof Y.UndoManager;
    show(text.toString(), (at) => (back ? endOfDelta(delta) : caretAfterDelta(at, delta)));
  }

  const began = (): void => void (composing = true);
  const ended = (): void => {
    composing = false;
    write();
  };
  const typed = (): void => {
    if (!composing) write();
  };
  // The browser's own undo knows nothing of what others typed; the board's takes its place.
  const before = (event: Event): void => {
    if (event instanceof InputEvent && (event.inputType === 'historyUndo' || event.inputType === 'historyRedo')) event.preventDefault();
  };

  const listeners = [
    ['compositionstart', began],
    ['compositionend', ended],
    ['input', typed],
    ['beforeinput', before],
  ] as const;
  for (const [name, listener] of listeners) box.addEventListener(name, listener);
  text.observe(others);
  changed(shown, null);
  return {
    release() {
      for (const [name, listener] of listeners) box.removeEventListener(name, listener);
      text.unobserve(others);
      if (composing && held === null) write();
      return held === null ? null : box.value;
    },
  };
}

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { textOf } from '#shared/board/board-doc.ts';
import type { TextField } from '#shared/elements/fields.ts';
import { holdsNoNhsNumber } from '#shared/lib/fields.ts';
import { useOpenBoard } from './board-context.ts';
import { bindText, type TextBoxElement } from './text-binding.ts';

export interface BoundText<B extends TextBoxElement> {
  readonly box: RefObject<B | null>;
  /** What the box shows. */
  readonly words: string;
  /** Why the words stay on this device, as a catalogue key; null while they go out. */
  readonly held: string | null;
}

/** Ties a box to a text field of a card. The box is left to itself by React: its value is the document's. */
export function useText<B extends TextBoxElement>(cardId: string, name: string, field: TextField): BoundText<B> {
  const { doc, undo, keepWords } = useOpenBoard();
  const box = useRef<B>(null);
  const [state, setState] = useState<{ words: string; held: string | null }>({ words: '', held: null });
  useLayoutEffect(() => {
    const text = textOf(doc, cardId, name);
    if (box.current === null || text === null) return;
    const binding = bindText({ box: box.current, text, field, refuses, changed: (words, held) => setState({ words, held }) });
    return () => {
      const held = binding.release();
      if (held !== null) keepWords(held, 'field.nhs-number');
    };
  }, [doc, cardId, name, field, keepWords]);
  // Going from one box to another begins a new step for undo.
  useEffect(() => {
    const node = box.current;
    const step = () => undo.step();
    node?.addEventListener('focus', step);
    return () => node?.removeEventListener('focus', step);
  }, [undo]);
  return { box, ...state };
}

function refuses(words: string): string | null {
  return holdsNoNhsNumber(words) ? null : 'field.nhs-number';
}

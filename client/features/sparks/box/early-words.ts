import { type RefObject, useLayoutEffect, useRef } from 'react';
import { takeFromTab } from '#client/api/device.ts';
import type { Draft } from '#client/ui/use-draft.ts';

interface EarlyWords {
  readonly text: string;
  /** Where the caret is, when somebody is in the middle of writing. */
  readonly caret: readonly [from: number, to: number] | null;
}

/** Takes over what was written in the page's own box before the scripts had come (client/build/early-box.ts): the words, and the caret. */
export function useEarlyWords(draft: Draft, box: RefObject<HTMLTextAreaElement | null>): void {
  const isTaken = useRef(false);
  const caret = useRef<EarlyWords['caret']>(null);
  useLayoutEffect(() => {
    if (isTaken.current) return;
    isTaken.current = true;
    const early = takeEarlyWords();
    const before = early.text === '' || draft.text === '' ? '' : `${draft.text.trimEnd()}\n`;
    if (early.text !== '') draft.setText(before + early.text);
    if (early.caret === null) return;
    caret.current = [before.length + early.caret[0], before.length + early.caret[1]];
    box.current?.focus();
  }, [draft, box]);
  useLayoutEffect(() => {
    if (caret.current === null || box.current === null || box.current.value.length < caret.current[1]) return;
    box.current.setSelectionRange(...caret.current);
    caret.current = null;
  }, [draft.text, box]);
}

/** What is in the early box, or was when the page had to be loaded again; both are let go. */
function takeEarlyWords(): EarlyWords {
  const kept = takeFromTab('early');
  const box = document.querySelector<HTMLTextAreaElement>('#early-box');
  const caret = box !== null && box === document.activeElement ? ([box.selectionStart, box.selectionEnd] as const) : null;
  const text = box?.value ?? '';
  document.getElementById('early')?.remove();
  return { text: text === '' ? kept : text, caret };
}

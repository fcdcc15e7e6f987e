import { useState } from 'react';
import { type Draft, useDraft } from './use-draft.ts';

/** A draft that begins with words that stand already, until somebody writes in it. */
export function useStartedDraft(name: string, start: string): Pick<Draft, 'text' | 'setText' | 'clear'> {
  const draft = useDraft(name);
  const [begun, setBegun] = useState(false);
  return {
    text: begun || draft.text !== '' ? draft.text : start,
    setText(text) {
      setBegun(true);
      draft.setText(text);
    },
    clear: draft.clear,
  };
}

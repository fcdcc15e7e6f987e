import type { ReactNode } from 'react';
import type { Verdict } from '#shared/policy/can.ts';
import { Act, type ActTone } from './act.tsx';
import type { Done } from './use-done.ts';
import { Opening } from './opening.tsx';

export interface OpeningActProps {
  /** The words on the button. */
  words: string;
  tone?: ActTone;
  /** While its form is open; as before when left out. */
  openTone?: ActTone;
  verdict?: Verdict;
  /** Read aloud instead of the words, to name what it is about. */
  label?: string;
  onDone: Done;
  /** Given what closes it, and what closes it and says what was done. */
  children: (close: () => void, done: Done) => ReactNode;
}

/** An act whose form opens below its button, and is gone once it is done. */
export function OpeningAct({ words, tone = 'plain', openTone = tone, onDone, children, ...act }: OpeningActProps) {
  return (
    <Opening
      act={(open, toggle) => (
        <Act {...act} tone={open ? openTone : tone} expanded={open} onClick={toggle}>
          {words}
        </Act>
      )}
    >
      {(close) =>
        children(close, (sentence) => {
          close();
          onDone(sentence);
        })
      }
    </Opening>
  );
}

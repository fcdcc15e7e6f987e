import { type RefObject, useRef } from 'react';
import { useAnnounce } from './announcer.tsx';

/** Called with what was done, in a sentence. */
export type Done = (sentence: string) => void;

/** Says what was done, and brings the focus to where it can be seen. */
export function useDone(): { here: RefObject<HTMLDivElement | null>; done: Done } {
  const announce = useAnnounce();
  const here = useRef<HTMLDivElement>(null);
  function done(sentence: string) {
    announce(sentence);
    here.current?.focus();
  }
  return { here, done };
}

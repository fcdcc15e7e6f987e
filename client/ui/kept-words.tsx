import { useId, useRef } from 'react';
import { say } from '#shared/words/say.ts';
import { Act } from './act.tsx';
import { useAnnounce } from './announcer.tsx';
import css from './kept-words.module.css';

export interface KeptWordsProps {
  words: string;
  title?: string;
  /** Given: a button says that the words are safe and this can go. */
  onDone?: () => void;
}

/** "Here are your words": what could not be sent, to read and to copy. */
export function KeptWords({ words, title = say('shell.kept-words'), onDone }: KeptWordsProps) {
  const titleId = useId();
  const text = useRef<HTMLParagraphElement>(null);
  const announce = useAnnounce();
  async function copy() {
    try {
      await navigator.clipboard.writeText(words);
      announce(say('shell.copied'));
    } catch {
      // A browser may refuse the clipboard (no permission, no https): the words are selected instead, ready for the person's own copy.
      if (text.current) getSelection()?.selectAllChildren(text.current);
      announce(say('shell.copy-by-hand'));
    }
  }
  return (
    <div role="group" aria-labelledby={titleId} className={css['kept']}>
      <p id={titleId} className={css['title']}>
        {title}
      </p>
      <p ref={text} className={css['words']}>
        {words}
      </p>
      <div className={css['actions']}>
        <Act tone="plain" onClick={() => void copy()}>
          {say('shell.copy-words')}
        </Act>
        {onDone && (
          <Act tone="quiet" onClick={onDone}>
            {say('shell.words-safe')}
          </Act>
        )}
      </div>
    </div>
  );
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { keepFor, readKeptFor } from '#client/api/kept-for.ts';
import { useMe } from '#client/api/me.ts';

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Call once the words have arrived. */
  readonly clear: () => void;
  /** These words were found on the device, written earlier. */
  readonly restored: boolean;
}

/**
 * Words being written, kept on this device until they have arrived: they survive a closed tab. Named by person, since a device may be shared; when
 * its person goes, the box is empty for whoever comes, and theirs again when they are back.
 */
export function useDraft(name: string): Draft {
  const { person } = useMe();
  const personId = person?.id ?? null;
  const key = keyOf(personId, name);
  const [words, setWords] = useState(() => found(key));
  const shownKey = useRef(key);
  useEffect(() => {
    if (shownKey.current === key) return;
    const becameKnown = shownKey.current === keyOf(null, name) && personId !== null;
    shownKey.current = key;
    // Words typed before it was known who is looking stay, and are theirs; otherwise what is kept for whoever looks is fetched.
    if (!becameKnown || words.text === '' || words.restored) return setWords(found(key));
    keepFor(personId, key, words.text);
    keepFor(null, keyOf(null, name), null);
  }, [key, name, words, personId]);
  const setText = useCallback(
    (text: string) => {
      setWords({ text, restored: false });
      keepFor(personId, key, text === '' ? null : text);
    },
    [key, personId],
  );
  const clear = useCallback(() => setText(''), [setText]);
  return { text: words.text, setText, clear, restored: words.restored };
}

function keyOf(personId: string | null, name: string): string {
  return `draft:${personId ?? 'visitor'}:${name}`;
}

function found(key: string): { text: string; restored: boolean } {
  const text = readKeptFor(key) ?? '';
  return { text, restored: text !== '' };
}

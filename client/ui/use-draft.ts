import { useCallback, useEffect, useRef, useState } from 'react';
import { keep, readKept } from '#client/api/device.ts';
import { useMe } from '#client/api/me.ts';

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Call once the words have arrived. */
  readonly clear: () => void;
  /** These words were found on the device, written earlier. */
  readonly restored: boolean;
}

/** Words being written, kept on this device until they have arrived: they survive a closed tab. Named by person, since a device may be shared. */
export function useDraft(name: string): Draft {
  const { person } = useMe();
  const key = keyOf(person?.id ?? null, name);
  const [words, setWords] = useState(() => found(key));
  const shownKey = useRef(key);
  useEffect(() => {
    if (shownKey.current === key) return;
    const becameKnown = shownKey.current === keyOf(null, name);
    shownKey.current = key;
    // Words typed before it was known who is looking stay, and are theirs; otherwise what they kept is fetched.
    const typed = words.text !== '' && !words.restored;
    if (!typed) setWords(found(key));
    else if (becameKnown) {
      keep(key, words.text);
      keep(keyOf(null, name), null);
    }
  }, [key, name, words]);
  const setText = useCallback(
    (text: string) => {
      setWords({ text, restored: false });
      keep(key, text === '' ? null : text);
    },
    [key],
  );
  const clear = useCallback(() => setText(''), [setText]);
  return { text: words.text, setText, clear, restored: words.restored };
}

function keyOf(personId: string | null, name: string): string {
  return `draft:${personId ?? 'visitor'}:${name}`;
}

function found(key: string): { text: string; restored: boolean } {
  const text = readKept(key) ?? '';
  return { text, restored: text !== '' };
}

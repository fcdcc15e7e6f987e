import { VisuallyHidden } from '@mantine/core';
import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';

type How = 'polite' | 'assertive';
type Announce = (sentence: string, how?: How) => void;
type Said = Readonly<Record<How, { sentence: string; turn: number }>>;

const nothing = { sentence: '', turn: 0 };
const AnnounceContext = createContext<Announce>(() => undefined);

/** Says a sentence to people who listen to the screen; nothing is drawn. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext);
}

/** Holds the two live regions. The key changes with every sentence, so that the same one said twice is read twice. */
export function Announcer({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Said>({ polite: nothing, assertive: nothing });
  const announce = useCallback<Announce>((sentence, how = 'polite') => {
    setSaid((before) => ({ ...before, [how]: { sentence, turn: before[how].turn + 1 } }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden>
        <div aria-live="polite">
          <span key={said.polite.turn}>{said.polite.sentence}</span>
        </div>
        <div aria-live="assertive">
          <span key={said.assertive.turn}>{said.assertive.sentence}</span>
        </div>
      </VisuallyHidden>
    </AnnounceContext>
  );
}

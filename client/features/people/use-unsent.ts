import { useState } from 'react';
import { forget, keptNames } from '#client/api/device.ts';

export interface Unsent {
  /** Whether the last look found words of this person on this device that have not arrived. */
  readonly unsent: boolean;
  readonly look: () => Promise<boolean>;
  /** Lets go of everything the device keeps for them. */
  readonly letGo: () => Promise<void>;
}

/** Words kept on this device for somebody: drafts, and edits of boards on their way. The part that knows boards is loaded when it is asked. */
export function useUnsent(personId: string): Unsent {
  const [unsent, setUnsent] = useState(false);
  async function look(): Promise<boolean> {
    const { hasUnsentWords } = await import('#client/realtime/device-copy.ts');
    const waits = wordsOf(personId).some((start) => keptNames(start).length > 0);
    const found = waits || (await hasUnsentWords(personId));
    setUnsent(found);
    return found;
  }
  async function letGo(): Promise<void> {
    const { forgetDevice } = await import('#client/realtime/device-copy.ts');
    // First the database: what pages beside this one write from then on they let go themselves.
    await forgetDevice(personId);
    for (const start of wordsOf(personId)) forget(start);
    // On a shared device they would show the next person which unnamed sparks came from here.
    forget('spark-secret:');
  }
  return { unsent, look, letGo };
}

/** How names of words begin that are kept for somebody beside the database. */
function wordsOf(personId: string): string[] {
  return [`draft:${personId}:`, `outbox:${personId}:`];
}

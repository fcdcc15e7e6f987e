/** Where letters wait: added inside the transaction of what they tell, taken out by the job that sends them. */
import type { Tx } from '../db/db.ts';
import { addLetters, type NewLetter } from './store.ts';

export interface Outbox {
  add(tx: Tx, letters: readonly NewLetter[]): Promise<void>;
  /** Calls after every commit that added letters. @returns a function that stops it */
  onAdded(call: () => void): () => void;
}

export function makeOutbox(): Outbox {
  const calls = new Set<() => void>();
  return {
    async add(tx, letters) {
      if (letters.length === 0) return;
      await addLetters(tx, letters);
      tx.afterCommit(() => {
        for (const call of calls) call();
      });
    },
    onAdded(call) {
      calls.add(call);
      return () => void calls.delete(call);
    },
  };
}

/** Takes no letters: for acts of invented people. */
export const noOutbox: Outbox = { add: async () => undefined, onAdded: () => () => undefined };

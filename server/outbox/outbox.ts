/** Where letters wait: added inside the transaction of what they tell, taken out by the job that sends them. */
import type { Tx } from '../db/db.ts';
import { addLetters, type NewLetter } from './store.ts';

export interface Outbox {
  add(tx: Tx, letters: readonly NewLetter[]): Promise<void>;
}

export function makeOutbox(): Outbox {
  return { add: addLetters };
}

/** Takes no letters: for acts of invented people. */
export const noOutbox: Outbox = { add: async () => undefined };

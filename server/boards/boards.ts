/** The live boards of this process. */
import type { NewElement } from '#shared/elements/registry.ts';
import type { Tx } from '../db/db.ts';

export interface FirstContent {
  readonly purposeText: string;
  readonly elements: readonly NewElement[];
}

export interface Boards {
  /** Makes the board of a new initiative, in the transaction that lights it. */
  create(tx: Tx, boardId: string, first: FirstContent, by: string): Promise<void>;
  /** Ends in order: nothing acknowledged is lost. */
  close(): Promise<void>;
}

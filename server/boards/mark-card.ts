/** A card says what rows say about it: that it stands in a system ask, that it has been decided. */
import { setState } from '#shared/board/board-doc.ts';
import type { App } from '../context.ts';
import { elementRow } from './store.ts';

export interface Mark {
  readonly initiativeId: string;
  readonly elementId: string;
  /** Only a card in this state is marked: its other states are the team's. */
  readonly from: string;
  readonly to: string;
}

/**
 * Marks the card through the same door as everybody's edits. It comes after the commit: the rows are the truth, and a board that does not
 * open just now must not undo them.
 */
export async function markCard(app: App, personId: string, { initiativeId, elementId, from, to }: Mark): Promise<void> {
  const card = await elementRow(app.db, initiativeId, elementId);
  if (card?.state !== from) return;
  try {
    await app.boards.edit(initiativeId, personId, (doc) => setState(doc, elementId, to));
  } catch (err) {
    app.log.warn({ err, initiativeId }, 'a card could not be marked on its board');
  }
}

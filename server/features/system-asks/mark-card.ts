/** A blocker's card says whether it stands in a system ask; its own words and its other states are the team's. */
import { setState } from '#shared/board/board-doc.ts';
import { elementRow } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import { standsInOne } from './store.ts';

/**
 * Marks the card as the rows say, through the same door as everybody's edits. It comes after the commit: the rows are the truth, and
 * a board that does not open just now must not undo them.
 */
export async function markCard(app: App, personId: string, { initiativeId, elementId }: { initiativeId: string; elementId: string }): Promise<void> {
  const card = await elementRow(app.db, initiativeId, elementId);
  const [from, to] = (await standsInOne(app.db, initiativeId, elementId)) ? ['stuck', 'system-ask'] : ['system-ask', 'stuck'];
  if (card?.state !== from) return;
  try {
    await app.boards.edit(initiativeId, personId, (doc) => setState(doc, elementId, to));
  } catch (err) {
    app.log.warn({ err, initiativeId }, 'a blocker could not be marked on its board');
  }
}

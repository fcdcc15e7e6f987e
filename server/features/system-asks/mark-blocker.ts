import { markCard } from '../../boards/mark-card.ts';
import type { App } from '../../context.ts';
import { standsInOne } from './store.ts';

/** A blocker's card says whether it stands in a system ask; its own words and its other states are the team's. */
export async function markBlocker(
  app: App,
  personId: string,
  { initiativeId, elementId }: { initiativeId: string; elementId: string },
): Promise<void> {
  const [from, to] = (await standsInOne(app.db, initiativeId, elementId)) ? (['stuck', 'system-ask'] as const) : (['system-ask', 'stuck'] as const);
  await markCard(app, personId, { initiativeId, elementId, from, to });
}

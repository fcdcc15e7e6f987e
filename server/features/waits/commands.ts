/** How long asks wait in this place. */
import type { Waits } from '#shared/features/waits/model.ts';
import type { App } from '../../context.ts';
import { allowing, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { type KeptWaits, makeWaits } from './kept.ts';

/** One a server. */
const keeping = new WeakMap<App, KeptWaits>();

/** @throws Problem not-signed-in where the place is not open to read */
export async function readWaits(app: App, viewer: Viewer): Promise<Waits> {
  allowing('waits.read', await placeFacts(app.db, viewer));
  const kept = keeping.get(app) ?? makeWaits();
  keeping.set(app, kept);
  return kept.read(app.db, app.clock.now());
}

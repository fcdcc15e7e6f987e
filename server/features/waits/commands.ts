/** How long asks wait in this place. */
import { waitsOf } from '#shared/features/waits/figures.ts';
import type { Waits } from '#shared/features/waits/model.ts';
import type { App } from '../../context.ts';
import { allowing, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { askTrails } from './store.ts';

/** @throws Problem not-signed-in where the place is not open to read */
export async function readWaits(app: App, viewer: Viewer): Promise<Waits> {
  allowing('waits.read', await placeFacts(app.db, viewer));
  return waitsOf(await askTrails(app.db), app.clock.now().getTime());
}

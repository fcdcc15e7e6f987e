/** The place on its first day: empty, or the demo. */
import type { App } from '../context.ts';
import { addPlace, readPlace } from '../features/place/store.ts';
import { seedDemo } from '../seed/seed-demo.ts';

export async function openPlace(app: App): Promise<void> {
  if ((await readPlace(app.db)) !== null) return;
  if (app.config.demo) return seedDemo(app);
  await app.db.transact((tx) => addPlace(tx, { name: 'Kindling', demo: false, openToRead: false, keptBy: null, createdAt: app.clock.now() }));
}

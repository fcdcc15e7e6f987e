/** Writes down what happened, in the transaction that made it happen, and tells everybody after the commit. */
import type { Topic } from '#shared/realtime/topics.ts';
import type { App } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { tell, type Tell } from '../features/notices/tell.ts';
import type { Happening } from './bus.ts';

export interface NewHappening extends Omit<Happening, 'at' | 'elementId' | 'values'> {
  /** When it happened; now, unless said otherwise. */
  readonly at?: Date;
  readonly elementId?: string;
  readonly values?: Happening['values'];
  /** What goes stale on open screens. */
  readonly topics: readonly Topic[];
  /** People who are told of it, each with why: in the app, and by letter where they want it at once. */
  readonly tells?: readonly Tell[];
}

/** One activity row, and a notice for each person told; after commit the bus hears of it and the topics go stale. */
export async function record(
  app: Pick<App, 'clock' | 'newId' | 'outbox' | 'bus' | 'topics'>,
  tx: Tx,
  { topics, tells = [], ...news }: NewHappening,
): Promise<void> {
  const happening: Happening = { elementId: null, values: {}, at: app.clock.now(), ...news };
  await tx.sql.insert(tx.t.activity).values({ ...happening, values: { ...happening.values } });
  const told = await tell(app, tx, happening, tells);
  tx.afterCommit(() => {
    app.bus.publish(happening);
    app.topics.stale([...new Set([...topics, ...told.map((personId): Topic => `me:${personId}`)])]);
  });
}

/** Writes down what happened, in the transaction that made it happen, and tells everybody after the commit. */
import type { Topic } from '#shared/realtime/topics.ts';
import type { App } from '../context.ts';
import type { Tx } from '../db/db.ts';
import type { Happening } from './bus.ts';

export interface NewHappening extends Omit<Happening, 'at' | 'elementId' | 'values'> {
  /** When it happened; now, unless said otherwise. */
  readonly at?: Date;
  readonly elementId?: string;
  readonly values?: Happening['values'];
  /** What goes stale on open screens. */
  readonly topics: readonly Topic[];
}

/** One activity row; after commit the bus hears of it and the topics go stale. */
export async function record(app: Pick<App, 'clock' | 'bus' | 'topics'>, tx: Tx, { topics, ...news }: NewHappening): Promise<void> {
  const happening: Happening = { elementId: null, values: {}, at: app.clock.now(), ...news };
  await tx.sql.insert(tx.t.activity).values({ ...happening, values: { ...happening.values } });
  tx.afterCommit(() => {
    app.bus.publish(happening);
    app.topics.stale(topics);
  });
}

/** Writes down what happened, in the transaction that made it happen, and tells everybody after the commit. */
import type { Topic } from '#shared/realtime/topics.ts';
import type { App } from '../context.ts';
import type { Tx } from '../db/db.ts';
import { tell, type Tell } from '../features/notices/tell.ts';
import type { Happening } from './bus.ts';

export type { Tell };

export interface NewHappening extends Omit<Happening, 'at' | 'elementId' | 'values'> {
  /** When it happened; now, unless said otherwise. */
  readonly at?: Date;
  readonly elementId?: string;
  readonly values?: Happening['values'];
  /** The id of what it is about, for the audit: the ask, the pledge; left out, the card or the initiative. */
  readonly thing?: string;
  /** False: one act told on several boards, which the audit has once already. */
  readonly audited?: boolean;
  /** What goes stale on open screens. */
  readonly topics: readonly Topic[];
  /** People who are told of it, each with why: in the app, and by letter where they want it at once. */
  readonly tells?: readonly Tell[];
}

/** One activity row, one in the audit for an act that counts, and a notice for each person told; after commit the bus hears of it and the topics go stale. */
export async function record(
  app: Pick<App, 'clock' | 'newId' | 'outbox' | 'bus' | 'audit' | 'topics'>,
  tx: Tx,
  { topics, thing, audited = true, tells = [], ...news }: NewHappening,
): Promise<void> {
  const happening: Happening = { elementId: null, values: {}, at: app.clock.now(), ...news };
  await tx.sql.insert(tx.t.activity).values({ ...happening, values: { ...happening.values } });
  const { what, at, personId, elementId, initiativeId } = happening;
  if (audited && !isInBoardLog(what)) app.audit.done(tx, { at, personId, action: what, thing: thing ?? elementId ?? initiativeId });
  const told = await tell(app, tx, happening, tells);
  tx.afterCommit(() => {
    app.bus.publish(happening);
    app.topics.stale([...new Set([...topics, ...told.map((personId): Topic => `me:${personId}`)])]);
  });
}

/** Edits of a board stand in its own log, whose every row has its person. */
function isInBoardLog(what: Happening['what']): boolean {
  return /^board\.(purpose|element)-/.test(what);
}

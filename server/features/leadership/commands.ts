/** The leadership mirror of a team, and each person's choice to be counted in it. */
import { mirrorsOf } from '#shared/features/leadership/mirror.ts';
import type { Leadership } from '#shared/features/leadership/model.ts';
import { traceOf } from '#shared/features/leadership/trace.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import * as store from './store.ts';
import { readTeamRecord } from './team-record.ts';

/** @throws Problem not-found, not-signed-in, not-allowed for people outside the team */
export async function readLeadership(app: App, viewer: Viewer, id: string): Promise<Leadership> {
  allowing('leadership.read', await initiativeFacts(app.db, viewer, id));
  const personId = personOf(viewer);
  const [title, record] = await Promise.all([store.titleOf(app.db, id), readTeamRecord(app.db, id)]);
  if (title === null) throw new Problem('not-found', 'problem.not-found');
  const mirrors = mirrorsOf(record, app.clock.now().getTime());
  return { initiative: { id, title }, ...mirrors, mine: traceOf(record, personId), counted: record.choices.get(personId)?.counted ?? true };
}

/** @throws Problem not-signed-in */
export async function readChoice(app: App, viewer: Viewer): Promise<{ counted: boolean }> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  return { counted: await store.isCounted(app.db, personOf(viewer)) };
}

/** Not told to anybody, and no line of activity: it would say who is missing. */
export async function choose(app: App, viewer: Viewer, counted: boolean): Promise<{ counted: boolean }> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    await store.choose(tx, { personId, counted, changedAt: app.clock.now() });
    tx.afterCommit(() => app.topics.stale([`me:${personId}`]));
  });
  return { counted };
}

/** Proposals read, and found for an act on them. */
import type { Decision } from '#shared/features/decisions/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Reader } from '../../db/db.ts';
import { allowing, initiativeFacts, type Viewer } from '../../policy/viewer.ts';
import { writersWithAccount } from '../../seats/store.ts';
import { presentDecisions } from './present.ts';
import { decisionById, decisionsOf, type KnownDecision } from './store.ts';

export async function listDecisions(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Decision[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  const writers = await writersWithAccount(app.db, initiativeId);
  return { items: await presentDecisions(app, viewer, await decisionsOf(app.db, initiativeId), writers) };
}

/** @throws Problem not-found */
export async function foundDecision(reader: Reader, id: string): Promise<KnownDecision> {
  const row = await decisionById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

/** One proposal as it goes out. @throws Problem not-found */
export async function oneDecision(app: App, viewer: Viewer, id: string): Promise<Decision> {
  const row = await foundDecision(app.db, id);
  const [item] = await presentDecisions(app, viewer, [row], await writersWithAccount(app.db, row.initiativeId));
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

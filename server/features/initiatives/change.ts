/** A co-owner changes what an initiative is called, whom it is for, where, and how it is going. States come in any order; going back is fine. */
import type { Initiative, InitiativeChange } from '#shared/features/initiatives/model.ts';
import { badField } from '#shared/lib/problem.ts';
import { record } from '../../activity/record.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { readInitiative } from './read.ts';
import * as store from './store.ts';

export async function changeInitiative(app: App, viewer: Viewer, id: string, change: InitiativeChange): Promise<Initiative> {
  allowing('initiative.change', await initiativeFacts(app.db, viewer, id));
  const personId = personOf(viewer);
  const { state, title, forWhom, siteIds, because = '' } = change;
  const topics = [`initiative:${id}/head`, `initiative:${id}/activity`, 'initiatives'] as const;
  await app.db.transact(async (tx) => {
    if ((await store.unknownSites(tx, siteIds ?? [])).length > 0) throw badField('siteIds', 'field.unknown');
    const moved = await store.changeInitiative(tx, id, { state, title, forWhom }, app.clock.now());
    if (siteIds !== undefined) await store.putSites(tx, id, siteIds);
    if (moved && state !== undefined)
      await record(app, tx, { what: 'initiative.moved', initiativeId: id, personId, values: { state, because }, topics });
    if (title !== undefined || forWhom !== undefined || siteIds !== undefined)
      await record(app, tx, { what: 'initiative.changed', initiativeId: id, personId, topics });
  });
  return readInitiative(app, viewer, id);
}

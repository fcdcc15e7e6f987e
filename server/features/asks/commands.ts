/** Asks read, taken back, and told more about. */
import type { z } from 'zod';
import type { Ask, askMore } from '#shared/features/asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { foundAsk, oneAsk } from './find-ask.ts';
import { makeLink } from './links/make-link.ts';
import { endLinks } from './links/store.ts';
import { move, waitingAddress } from './move.ts';
import { presentAsks } from './present.ts';
import * as store from './store.ts';
import { stepById } from './trail/store.ts';

export async function listAsks(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Ask[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await presentAsks(app, viewer, await store.asksOf(app.db, initiativeId)) };
}

export async function myAsks(app: App, viewer: Viewer): Promise<{ items: Ask[] }> {
  return { items: await presentAsks(app, viewer, await store.asksTo(app.db, personOf(viewer))) };
}

/** @throws Problem not-allowed outside the team, conflict when it was taken back at the same moment */
export async function withdrawAsk(app: App, viewer: Viewer, id: string): Promise<Ask> {
  const row = await foundAsk(app.db, id);
  allowing('ask.withdraw', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.withdrawnAt !== null }));
  const by = personOf(viewer);
  await app.db.transact(async (tx) => {
    const at = app.clock.now();
    if (!(await store.withdrawAsk(tx, id, at))) throw new Problem('conflict', 'asks.taken-back');
    await endLinks(tx, id, at);
    await move(app, tx, row, { what: 'withdrawn', personId: by, tells: [{ personId: row.personId, why: 'other', address: waitingAddress }] });
  });
  return oneAsk(app, viewer, id);
}

/** The asked person wanted to know more: the team tells, and it waits for an answer again. @throws Problem not-allowed, conflict when nothing was asked for */
export async function tellMore(app: App, viewer: Viewer, { id, stepId, line }: z.output<typeof askMore>): Promise<Ask> {
  const row = await foundAsk(app.db, id);
  allowing('ask.tell', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.withdrawnAt !== null }));
  const by = personOf(viewer);
  await app.db.transact(async (tx) => {
    const made = await stepById(tx, stepId);
    if (made?.askId === id && made.personId === by) return;
    if (!(await store.waitAgain(tx, id, app.clock.now()))) throw new Problem('conflict', 'asks.told-already');
    const secretAddress = await makeLink(app, tx, { askId: id, personId: row.personId });
    const tells = [{ personId: row.personId, why: 'ask', address: waitingAddress, secretAddress, words: line }] as const;
    const first = await move(app, tx, row, { what: 'told-more', stepId, personId: by, line, tells });
    if (!first) throw new Problem('conflict', 'asks.id-taken');
  });
  return oneAsk(app, viewer, id);
}

/** Joining, leaving, and how one is in this. */
import type { Initiative } from '#shared/features/initiatives/model.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { seatTopics, sitDown } from '../../../seats/sit-down.ts';
import { changePerspectives, type SeatToTake } from '../../../seats/store.ts';
import { readInitiative } from '../read.ts';
import { holdInitiative, touch } from '../store.ts';
import { leaveSeat } from './store.ts';

/** Anybody signed in may join, as a member. */
export async function join(app: App, viewer: Viewer, initiativeId: string, perspectives: readonly Perspective[]): Promise<Initiative> {
  allowing('initiative.join', await initiativeFacts(app.db, viewer, initiativeId));
  const taking: SeatToTake = { initiativeId, personId: personOf(viewer), seat: 'member', perspectives, at: app.clock.now() };
  await app.db.transact((tx) => sitDown(app, tx, taking));
  return readInitiative(app, viewer, initiativeId);
}

/** @throws Problem not-allowed for the last co-owner */
export async function leave(app: App, viewer: Viewer, initiativeId: string): Promise<Initiative> {
  allowing('initiative.leave', await initiativeFacts(app.db, viewer, initiativeId));
  const personId = personOf(viewer);
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    await holdInitiative(tx, initiativeId);
    if (!(await leaveSeat(tx, initiativeId, personId, at))) throw new Problem('not-allowed', 'why.last-co-owner');
    await touch(tx, initiativeId, at);
    await record(app, tx, { what: 'initiative.left', initiativeId, personId, topics: seatTopics(initiativeId, personId) });
  });
  return readInitiative(app, viewer, initiativeId);
}

export async function setPerspectives(app: App, viewer: Viewer, initiativeId: string, perspectives: readonly Perspective[]): Promise<Initiative> {
  allowing('initiative.perspectives', await initiativeFacts(app.db, viewer, initiativeId));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await changePerspectives(tx, { initiativeId, personId, perspectives }))) throw new Problem('not-allowed', 'why.join-first');
    await record(app, tx, { what: 'initiative.perspectives-changed', initiativeId, personId, topics: seatTopics(initiativeId, personId) });
  });
  return readInitiative(app, viewer, initiativeId);
}

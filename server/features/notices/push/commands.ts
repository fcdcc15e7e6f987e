/** A browser is told of notices, or no more: in the session it was chosen in, and no longer than that lasts. */
import type { z } from 'zod';
import type { MyPush, pushDevice } from '#shared/features/notices/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import { areBrowserKeys } from '../../../adapters/push/encrypt.ts';
import type { App } from '../../../context.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import * as store from './store.ts';

/** Browsers of one person. */
const most = 10;

export async function readPush(app: App, viewer: Viewer): Promise<MyPush> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const device = await store.deviceOfSession(app.db, sessionOf(viewer));
  return { key: app.push.key, words: device?.words ?? null };
}

/** Doing it again changes the words. @throws Problem invalid when this can be no browser's, unavailable when nothing is pushed here */
export async function startPush(app: App, viewer: Viewer, { endpoint, p256dh, auth, words }: z.output<typeof pushDevice>): Promise<MyPush> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  if (app.push.key === null) throw new Problem('conflict', 'noticesPage.push-off-here');
  if (!app.push.mayReach(endpoint)) throw badField('endpoint', 'field.type');
  if (!areBrowserKeys({ p256dh, auth })) throw badField('p256dh', 'field.type');
  const [personId, sessionId] = [personOf(viewer), sessionOf(viewer)];
  await app.db.transact(async (tx) => {
    await store.putDevice(tx, { id: app.newId(), personId, sessionId, endpoint, p256dh, auth, words, createdAt: app.clock.now() });
    await store.keepNewest(tx, personId, most);
  });
  return readPush(app, viewer);
}

export async function stopPush(app: App, viewer: Viewer): Promise<MyPush> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  await app.db.transact((tx) => store.forgetSessionsDevice(tx, sessionOf(viewer)));
  return readPush(app, viewer);
}

/** @throws Problem not-signed-in */
function sessionOf({ sessionId }: Viewer): string {
  if (sessionId === null) throw new Problem('not-signed-in', 'why.sign-in');
  return sessionId;
}

/** The place: read by all, changed by its keepers. */
import type { Group, Place, PlaceChange, Site } from '#shared/features/place/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import { oidcProviderId } from '../../auth/auth.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, placeFacts, type Viewer } from '../../policy/viewer.ts';
import * as store from './store.ts';

export async function readPlace(app: App): Promise<Place> {
  const row = await store.readPlace(app.db);
  if (row === null) throw new Problem('unavailable', 'problem.restarting');
  const { oidc } = app.config;
  return {
    name: row.name,
    demo: row.demo,
    openToRead: row.openToRead,
    keeperWanted: !row.demo && row.keptBy === null,
    groups: await store.listGroups(app.db),
    sites: await store.listSites(app.db),
    oidc: oidc === null ? null : { id: oidcProviderId, label: oidc.label },
    tryAs: await tryAsList(app, row.demo),
  };
}

export async function changePlace(app: App, viewer: Viewer, change: PlaceChange): Promise<Place> {
  return changing(app, viewer, { action: 'place.changed', thing: null }, (tx) => store.changePlace(tx, change));
}

export async function putGroup(app: App, viewer: Viewer, group: Group): Promise<Place> {
  return changing(app, viewer, { action: 'place.group-put', thing: group.id }, (tx) => store.putGroup(tx, group, app.clock.now()));
}

export async function putSite(app: App, viewer: Viewer, site: Site): Promise<Place> {
  return changing(app, viewer, { action: 'place.site-put', thing: site.id }, (tx) => store.putSite(tx, site, app.clock.now()));
}

/** A session as one of the demo's people, only where nobody but this machine can knock. @returns the cookies */
export async function tryAs(app: App, personId: string): Promise<readonly string[]> {
  const place = await store.readPlace(app.db);
  const person = place !== null && mayTry(app, place.demo) ? (await store.demoPeople(app.db)).find((one) => one.id === personId) : undefined;
  if (person === undefined) throw new Problem('not-found', 'problem.not-found');
  const { headers } = await app.auth.api.comeInAs({ body: { userId: person.userId }, returnHeaders: true });
  return headers.getSetCookie();
}

async function changing(app: App, viewer: Viewer, act: { action: string; thing: string | null }, work: (tx: Tx) => Promise<void>): Promise<Place> {
  allowing('place.change', await placeFacts(app.db, viewer));
  await app.db.transact(async (tx) => {
    await work(tx);
    app.audit.done(tx, { ...act, at: app.clock.now(), personId: viewer.personId });
    tx.afterCommit(() => app.topics.stale(['place']));
  });
  return readPlace(app);
}

async function tryAsList(app: App, demo: boolean): Promise<Place['tryAs']> {
  if (!mayTry(app, demo)) return [];
  return (await store.demoPeople(app.db)).map((person) => ({ personId: person.id, label: person.name, note: person.note }));
}

function mayTry(app: App, demo: boolean): boolean {
  return demo && app.config.publicUrl === null && ['127.0.0.1', '::1', 'localhost'].includes(app.config.host);
}

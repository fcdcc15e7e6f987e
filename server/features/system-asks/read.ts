/** System asks as they are shown, and the blockers that could be in one. */
import { blocker } from '#shared/elements/blocker/kind.ts';
import type { BlockerKind, OpenBlocker, SystemAsk } from '#shared/features/system-asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { found } from './facts.ts';
import { presentSystemAsks, titleOf } from './present.ts';
import * as store from './store.ts';

export async function listSystemAsks(app: App, viewer: Viewer, kind?: BlockerKind): Promise<{ items: SystemAsk[] }> {
  allowing('system-ask.read', await placeFacts(app.db, viewer));
  return { items: await presentSystemAsks(app, viewer, await store.listSystemAsks(app.db, kind)) };
}

/** @throws Problem not-found */
export async function readSystemAsk(app: App, viewer: Viewer, id: string): Promise<SystemAsk> {
  allowing('system-ask.read', await placeFacts(app.db, viewer));
  const [item] = await presentSystemAsks(app, viewer, [await found(app.db, id)]);
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

export async function listOfInitiative(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: SystemAsk[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await presentSystemAsks(app, viewer, await store.systemAsksOf(app.db, initiativeId)) };
}

/** What the viewer takes where it will be heard. @throws Problem not-signed-in */
export async function listMine(app: App, viewer: Viewer): Promise<{ items: SystemAsk[] }> {
  return { items: await presentSystemAsks(app, viewer, await store.systemAsksBy(app.db, personOf(viewer))) };
}

/** Open blockers of the boards the viewer writes on: what they could join by hand. @throws Problem not-signed-in */
export async function listMyBlockers(app: App, viewer: Viewer): Promise<{ items: OpenBlocker[] }> {
  const seats = await store.seatsOf(app.db, personOf(viewer));
  const within = [...seats].flatMap(([id, seat]) => (seat === 'co-owner' || seat === 'member' ? [id] : []));
  return { items: (await store.openBlockers(app.db, { within })).map(openBlockerOf) };
}

export function openBlockerOf({ initiativeId, initiative, elementId, title, kind }: store.OpenBlockerRow): OpenBlocker {
  return { initiative: { id: initiativeId, title: initiative }, elementId, title: titleOf(title), kind: kindOf(kind) };
}

/** The kind a card says; null when it says none. */
export function kindOf(kind: unknown): BlockerKind | null {
  return blocker.fields.blockerKind.choices.find((one) => one === kind) ?? null;
}

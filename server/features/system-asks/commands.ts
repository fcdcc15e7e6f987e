/** Gathering blockers that are bigger than one team: people raise, join and leave by hand; nobody approves. */
import type { z } from 'zod';
import type { SystemAsk, systemAskChange, systemAskJoin, systemAskLeave, systemAskRaise } from '#shared/features/system-asks/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { record } from '../../activity/record.ts';
import { elementRow, touchInitiative } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { blockersIn, holdOpen } from '../../sponsorship/store.ts';
import { boardTopics, tellAll, topicsOf } from '../../sponsorship/tell-all.ts';
import { found, systemAskFacts } from './facts.ts';
import { markBlocker } from './mark-blocker.ts';
import { titleOf } from './present.ts';
import { readSystemAsk } from './read.ts';
import * as store from './store.ts';

/** "Bigger than us": a blocker becomes the first of a system ask. The same id sent again raises nothing new. @throws Problem invalid, gone, conflict */
export async function raiseSystemAsk(app: App, viewer: Viewer, input: z.output<typeof systemAskRaise>): Promise<SystemAsk> {
  const { id: initiativeId, systemAskId: id, elementId, cause, kind, forum, heardOn, story, waitCost, tried } = input;
  allowing('system-ask.raise', await initiativeFacts(app.db, viewer, initiativeId));
  const raisedBy = personOf(viewer);
  const at = app.clock.now();
  const row = { id, cause, kind, raisedBy, createdAt: at, forum, heardOn, ...unanswered };
  await app.db.transact(async (tx) => {
    if (!(await store.addSystemAsk(tx, row))) {
      if ((await store.systemAskById(tx, id))?.raisedBy !== raisedBy) throw new Problem('conflict', 'systemAsks.id-taken');
      return;
    }
    const title = await blockerOn(tx, initiativeId, elementId);
    const joined = { systemAskId: id, initiativeId, elementId };
    await store.putJoined(tx, { ...joined, story, waitCost, tried, joinedBy: raisedBy, joinedAt: at });
    await moved(app, tx, { what: 'system-ask.raised', joined, personId: raisedBy, values: { title, cause } });
  });
  await markBlocker(app, raisedBy, { initiativeId, elementId });
  return readSystemAsk(app, viewer, id);
}

/** Joins a blocker of a board one writes on; joined again, it tells its story anew. @throws Problem not-allowed, invalid, gone, conflict when it was answered meanwhile */
export async function joinSystemAsk(app: App, viewer: Viewer, input: z.output<typeof systemAskJoin>): Promise<SystemAsk> {
  const { id, initiativeId, elementId, story, waitCost, tried } = input;
  const ask = await found(app.db, id);
  allowing('system-ask.join', await initiativeFacts(app.db, viewer, initiativeId, { ended: ask.answer !== null }));
  const personId = personOf(viewer);
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    if (!(await holdOpen(tx, id))) throw new Problem('conflict', 'systemAsks.answered-meanwhile');
    const title = await blockerOn(tx, initiativeId, elementId);
    const joined = { systemAskId: id, initiativeId, elementId };
    const news = await store.putJoined(tx, { ...joined, story, waitCost, tried, joinedBy: personId, joinedAt: at });
    if (news === null) return;
    const what = news === 'joined' ? 'system-ask.joined' : 'system-ask.told';
    await moved(app, tx, { what, joined, personId, values: { title, cause: ask.cause } });
  });
  await markBlocker(app, personId, { initiativeId, elementId });
  return readSystemAsk(app, viewer, id);
}

/** Takes a blocker out again, answered or not; what it told is kept. @throws Problem not-allowed, not-found when it does not stand in it */
export async function leaveSystemAsk(app: App, viewer: Viewer, input: z.output<typeof systemAskLeave>): Promise<SystemAsk> {
  const { id, initiativeId, elementId } = input;
  const ask = await found(app.db, id);
  allowing('system-ask.leave', await initiativeFacts(app.db, viewer, initiativeId));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const joined = { systemAskId: id, initiativeId, elementId };
    if (!(await store.leave(tx, joined, app.clock.now()))) throw new Problem('not-found', 'systemAsks.not-in-it');
    const title = titleOf((await elementRow(tx, initiativeId, elementId))?.title ?? '');
    await moved(app, tx, { what: 'system-ask.left', joined, personId, values: { title, cause: ask.cause } });
  });
  await markBlocker(app, personId, { initiativeId, elementId });
  return readSystemAsk(app, viewer, id);
}

/** Its cause, where it will be heard, and when: by those in it, or by the one who takes it there. @throws Problem conflict when it was answered meanwhile */
export async function changeSystemAsk(app: App, viewer: Viewer, id: string, change: z.output<typeof systemAskChange>): Promise<SystemAsk> {
  const ask = await found(app.db, id);
  allowing('system-ask.change', await systemAskFacts(app.db, viewer, ask));
  const personId = personOf(viewer);
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  if (Object.keys(given).length === 0) return readSystemAsk(app, viewer, id);
  await app.db.transact(async (tx) => {
    if (!(await store.changeSystemAsk(tx, id, given))) throw new Problem('conflict', 'systemAsks.answered-meanwhile');
    await tellAll(app, tx, { what: 'system-ask.changed', systemAskId: id, personId, values: { cause: change.cause ?? ask.cause } });
  });
  return readSystemAsk(app, viewer, id);
}

const unanswered = { sponsorId: null, sponsoredAt: null, answer: null, answerLine: '', next: '', answeredAt: null };

/** The title of the blocker, which must stand on this board. */
async function blockerOn(tx: Tx, initiativeId: string, elementId: string): Promise<string> {
  const element = await elementRow(tx, initiativeId, elementId);
  if (element?.kind !== 'blocker') throw badField('elementId', 'asks.no-such-blocker');
  if (element.archivedAt !== null) throw new Problem('gone', 'systemAsks.blocker-put-away');
  return titleOf(element.title);
}

interface Move {
  readonly what: ActivityName;
  readonly joined: { readonly systemAskId: string; readonly initiativeId: string; readonly elementId: string };
  readonly personId: string;
  readonly values: Readonly<Record<string, string>>;
}

/** What one initiative does in a system ask is told on its own board; every other board in it sees who is in it now. */
async function moved(app: App, tx: Tx, { what, joined, personId, values }: Move): Promise<void> {
  const { systemAskId, initiativeId, elementId } = joined;
  await touchInitiative(tx, initiativeId, app.clock.now());
  const others = (await blockersIn(tx, systemAskId)).map((one) => `initiative:${one.initiativeId}/system-asks` as const);
  const topics = [...topicsOf(systemAskId), ...boardTopics(initiativeId), ...others, 'initiatives' as const];
  await record(app, tx, { what, thing: systemAskId, initiativeId, personId, elementId, values: { systemAskId, ...values }, topics });
}

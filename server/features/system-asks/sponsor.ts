/** Taking a system ask where it will be heard, and bringing its answer back: the one who takes it there, and nobody else. */
import type { z } from 'zod';
import type { SystemAsk, systemAskReply } from '#shared/features/system-asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import { allowing, personOf, type Viewer } from '../../policy/viewer.ts';
import { dropSponsorship, takeSponsorship } from '../../sponsorship/store.ts';
import { tellAll } from '../../sponsorship/tell-all.ts';
import { found, systemAskFacts } from './facts.ts';
import { readSystemAsk } from './read.ts';
import * as store from './store.ts';

/** "I take it there": said by oneself, by name. @throws Problem conflict when somebody else was first */
export async function sponsor(app: App, viewer: Viewer, id: string): Promise<SystemAsk> {
  const ask = await found(app.db, id);
  allowing('system-ask.sponsor', await systemAskFacts(app.db, viewer, ask));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const taken = await takeSponsorship(tx, { systemAskId: id, personId, at: app.clock.now() });
    if (!taken && (await found(tx, id)).sponsorId !== personId) throw new Problem('conflict', 'systemAsks.has-sponsor');
    const values = { cause: ask.cause };
    if (taken) await tellAll(app, tx, { what: 'system-ask.sponsored', systemAskId: id, personId, values, people: [personId], why: 'other' });
  });
  return readSystemAsk(app, viewer, id);
}

/** @throws Problem not-allowed for anybody else, and once it is answered */
export async function stepBack(app: App, viewer: Viewer, id: string): Promise<SystemAsk> {
  const ask = await found(app.db, id);
  allowing('system-ask.step-back', await systemAskFacts(app.db, viewer, ask));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await dropSponsorship(tx, { systemAskId: id, personId }))) throw new Problem('conflict', 'problem.conflict');
    const values = { cause: ask.cause };
    await tellAll(app, tx, { what: 'system-ask.stepped-back', systemAskId: id, personId, values, people: [personId], why: 'other' });
  });
  return readSystemAsk(app, viewer, id);
}

/** The answer flows back to every initiative in it; an answer changed later leaves its trail in their activity. @throws Problem not-allowed, conflict */
export async function answerSystemAsk(app: App, viewer: Viewer, { id, answer, line, next }: z.output<typeof systemAskReply>): Promise<SystemAsk> {
  const ask = await found(app.db, id);
  allowing('system-ask.answer', await systemAskFacts(app.db, viewer, ask));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const said = { answer, answerLine: line, next, answeredAt: app.clock.now() };
    const isNew = await store.answerSystemAsk(tx, id, personId, said);
    if (!isNew && (await found(tx, id)).sponsorId !== personId) throw new Problem('conflict', 'problem.conflict');
    if (!isNew) return;
    const values = { cause: ask.cause, answer, line, next };
    await tellAll(app, tx, { what: 'system-ask.answered', systemAskId: id, personId, values, people: [personId], why: 'answer' });
  });
  return readSystemAsk(app, viewer, id);
}

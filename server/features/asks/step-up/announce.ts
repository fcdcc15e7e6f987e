/** After ten days of silence a co-owner may take an ask one level up. The one who was silent hears of it a day before, and can still answer. */
import type { z } from 'zod';
import { levelAbove, stepUpAfterDays, stepUpNoticeHours } from '#shared/features/asks/answers.ts';
import type { Ask, stepUpAnnounce } from '#shared/features/asks/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { App } from '../../../context.ts';
import type { Reader } from '../../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { foundAsk, oneAsk } from '../find-ask.ts';
import { makeLink } from '../links/make-link.ts';
import { move, waitingAddress } from '../move.ts';
import { askable } from '../put.ts';
import type { KnownAsk } from '../store.ts';
import { stepById } from '../trail/store.ts';
import { announceStep, takeBackStep } from './store.ts';

const hourMs = 3_600_000;

/** @throws Problem not-allowed, invalid, conflict when it is too early, answered, at the last level, or announced already */
export async function announceStepUp(app: App, viewer: Viewer, input: z.output<typeof stepUpAnnounce>): Promise<Ask> {
  const { id, stepId, toPersonId, reason } = input;
  const row = await foundAsk(app.db, id);
  allowing('ask.step-up', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.withdrawnAt !== null }));
  const by = personOf(viewer);
  const level = levelAbove(row.level);
  await app.db.transact(async (tx) => {
    const made = await stepById(tx, stepId);
    if (made?.askId === id && made.personId === by) return;
    if (level === null) throw new Problem('conflict', 'asks.step-no-higher');
    await mayReceive(tx, row, toPersonId, by);
    const now = app.clock.now();
    const step = { stepId, stepTo: toPersonId, stepBy: by, stepReason: reason, stepDueAt: new Date(now.getTime() + stepUpNoticeHours * hourMs) };
    const silentSince = new Date(now.getTime() - stepUpAfterDays * dayMs);
    if (!(await announceStep(tx, row, step, silentSince))) throw new Problem('conflict', await whyNot(tx, id, silentSince));
    const secretAddress = await makeLink(app, tx, { askId: id, personId: row.personId });
    const tells = [{ personId: row.personId, why: 'ask', address: waitingAddress, secretAddress, words: reason }] as const;
    if (!(await move(app, tx, row, { what: 'step-announced', stepId, personId: by, toPersonId, line: reason, level, tells })))
      throw new Problem('conflict', 'asks.id-taken');
  });
  return oneAsk(app, viewer, id);
}

/** Any co-owner may let the ask stay where it is. @throws Problem not-allowed, conflict when nothing is announced any more */
export async function takeBackStepUp(app: App, viewer: Viewer, id: string): Promise<Ask> {
  const row = await foundAsk(app.db, id);
  allowing('ask.keep-level', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.withdrawnAt !== null }));
  const { stepId } = row;
  const by = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (stepId === null || !(await takeBackStep(tx, id, stepId))) throw new Problem('conflict', 'asks.step-over');
    await move(app, tx, row, { what: 'step-taken-back', personId: by, tells: [{ personId: row.personId, why: 'other', address: waitingAddress }] });
  });
  return oneAsk(app, viewer, id);
}

/** Somebody else than who has been silent, who asked, and who takes it up. */
async function mayReceive(reader: Reader, row: KnownAsk, toPersonId: string, by: string): Promise<void> {
  if (toPersonId === row.personId) throw badField('toPersonId', 'asks.step-same-person');
  if (toPersonId === by) throw badField('toPersonId', 'asks.not-yourself');
  if (toPersonId === row.askedBy) throw badField('toPersonId', 'asks.not-the-asker');
  await askable(reader, toPersonId, row.askedBy, 'toPersonId');
}

async function whyNot(reader: Reader, id: string, silentSince: Date): Promise<string> {
  const now = await foundAsk(reader, id);
  if (now.answer !== null || now.withdrawnAt !== null) return 'asks.step-answered';
  if (now.stepId !== null) return 'asks.step-announced-already';
  return (now.turnSince ?? now.createdAt) > silentSince ? 'asks.step-too-early' : 'asks.moved-on';
}

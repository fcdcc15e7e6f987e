/**
 * Carries out steps that were announced and are due. Each is one transaction that holds only if nobody has answered meanwhile, so it can be
 * run again after a kill, and by several nodes at once: a step happens once.
 */
import { levelAbove } from '#shared/features/asks/answers.ts';
import type { App } from '../../../context.ts';
import { makeLink } from '../links/make-link.ts';
import { endLinks } from '../links/store.ts';
import { boardAddress, move, type Moving, waitingAddress } from '../move.ts';
import { askById } from '../store.ts';
import { carryOutStep, dueSteps } from './store.ts';

/** What the job needs of the app. */
type Stepping = Moving & Pick<App, 'db'>;

/** @returns how many asks went one level up */
export async function carryOutStepUps(app: Stepping): Promise<number> {
  let done = 0;
  for (const id of await dueSteps(app.db, app.clock.now())) if (await carryOut(app, id)) done += 1;
  return done;
}

async function carryOut(app: Stepping, id: string): Promise<boolean> {
  return app.db.transact(async (tx) => {
    const row = await askById(tx, id);
    const level = row === null ? null : levelAbove(row.level);
    if (row === null || level === null || row.stepId === null || row.stepTo === null || row.stepBy === null) return false;
    const at = app.clock.now();
    if (!(await carryOutStep(tx, id, { stepId: row.stepId, personId: row.stepTo, level, at }))) return false;
    await endLinks(tx, id, at);
    const secretAddress = await makeLink(app, tx, { askId: id, personId: row.stepTo });
    const tells = [
      { personId: row.stepTo, why: 'ask', what: 'ask.stepped-up-to-you', address: waitingAddress, secretAddress, words: row.message },
      { personId: row.personId, why: 'other', address: boardAddress(row) },
      { personId: row.askedBy, why: 'other', address: boardAddress(row) },
    ] as const;
    const step = { what: 'stepped-up', personId: row.stepBy, toPersonId: row.stepTo, line: row.stepReason ?? '', level, tells } as const;
    return move(app, tx, row, step);
  });
}

/** A refusal is not the end: the team and whoever refused say what would make it possible, one short line at a time. */
import type { z } from 'zod';
import { possibleCount } from '#shared/features/asks/answers.ts';
import type { Ask, possibleEntry } from '#shared/features/asks/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import { record } from '../../../activity/record.ts';
import type { App } from '../../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { foundAsk, oneAsk } from '../find-ask.ts';
import { boardAddress } from '../move.ts';
import { titleOf } from '../title.ts';
import { addPossible, countPossible, possibleById } from './store.ts';

/** Sending the same entry again adds it once. @throws Problem not-allowed, conflict when it is not refused, or full */
export async function sayPossible(app: App, viewer: Viewer, { id, entryId, line }: z.output<typeof possibleEntry>): Promise<Ask> {
  const row = await foundAsk(app.db, id);
  const known = { addressed: row.personId === viewer.personId, ended: row.withdrawnAt !== null };
  allowing('ask.possible', await initiativeFacts(app.db, viewer, row.initiativeId, known));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const before = await possibleById(tx, entryId);
    if (before?.askId === id && before.personId === personId) return;
    if ((await foundAsk(tx, id)).answer !== 'cannot') throw new Problem('conflict', 'asks.not-refused');
    if ((await countPossible(tx, id)) >= possibleCount) throw new Problem('conflict', 'asks.possible-full');
    const added = await addPossible(tx, { id: entryId, askId: id, personId, line, createdAt: app.clock.now() });
    if (!added) throw new Problem('conflict', 'asks.id-taken');
    const { initiativeId, elementId } = row;
    const tells = [row.personId, row.askedBy].map((other) => ({ personId: other, why: 'other', address: boardAddress(row) }) as const);
    const topics = [`initiative:${initiativeId}/asks`, `initiative:${initiativeId}/activity`, `me:${row.personId}`] as const;
    await record(app, tx, {
      what: 'ask.possible',
      thing: id,
      initiativeId,
      personId,
      elementId,
      values: { title: titleOf(row.blocker) },
      topics,
      tells,
    });
  });
  return oneAsk(app, viewer, id);
}

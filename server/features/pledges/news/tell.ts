/** The giver says where their pledge stands, and moves its day in the open: both days stay to be read. */
import type { z } from 'zod';
import type { Pledge, pledgeTell } from '#shared/features/pledges/model.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { App } from '../../../context.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../../policy/viewer.ts';
import { foundPledge, moved, onePledge } from '../commands.ts';
import { addNews, holdTo, newsById } from './store.ts';

/** Telling the same again answers the same. @throws Problem not-allowed for anybody but the giver, invalid, conflict when it ended or moved meanwhile */
export async function tellPledge(app: App, viewer: Viewer, { id, newsId, line, until }: z.output<typeof pledgeTell>): Promise<Pledge> {
  const row = await foundPledge(app.db, id);
  const personId = personOf(viewer);
  const before = await newsById(app.db, newsId);
  if (before !== null && (before.pledgeId !== id || row.personId !== personId)) throw new Problem('conflict', 'pledges.news-id-taken');
  if (before !== null) return onePledge(app, viewer, id);
  allowing(
    'pledge.update',
    await initiativeFacts(app.db, viewer, row.initiativeId, { own: row.personId === personId, ended: row.state !== 'given' }),
  );
  const at = app.clock.now();
  const moves = until !== row.until;
  if (moves && until !== null && hasPassed(until, at)) throw badField('until', 'field.past');
  await app.db.transact(async (tx) => {
    const news = { id: newsId, pledgeId: id, line, at, moves, fromDay: row.until, toDay: until };
    if (!(await addNews(tx, news))) return sameOrTaken((await newsById(tx, newsId))?.pledgeId === id);
    if (!(await holdTo(tx, { id, personId }, { from: row.until, to: until }))) throw new Problem('conflict', 'pledges.changed-meanwhile');
    await moved(app, tx, { what: moves ? 'pledge.moved' : 'pledge.told', row, personId });
  });
  return onePledge(app, viewer, id);
}

/** Another request added this id first: the same news sent twice, or somebody else's. */
function sameOrTaken(same: boolean): void {
  if (!same) throw new Problem('conflict', 'pledges.news-id-taken');
}

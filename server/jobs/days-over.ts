/** The day by which something was to be decided is over, and nothing is recorded: those who can record it are told, once. */
import { latestPassed } from '#shared/lib/days.ts';
import type { App } from '../context.ts';
import { markDayTold, type OverdueProposal, overdueUntold } from '../features/decisions/day-over/store.ts';
import { whereOnBoard } from '../features/decisions/moved.ts';
import { tell } from '../features/notices/tell.ts';
import { coOwnersOf, writersOf } from '../seats/store.ts';

type Telling = Pick<App, 'db' | 'clock' | 'newId' | 'outbox' | 'topics'>;

/** Marks and tells in one transaction a proposal: a server that is killed in between has done neither. Nobody did this, so no activity is written. */
export async function tellDaysOver(app: Telling): Promise<void> {
  const lastOver = latestPassed(app.clock.now());
  for (let due = await overdueUntold(app.db, lastOver); due.length > 0; due = await overdueUntold(app.db, lastOver))
    for (const proposal of due) await tellDayOver(app, proposal);
}

async function tellDayOver(app: Telling, proposal: OverdueProposal): Promise<void> {
  const { initiativeId, elementId, title, putBy } = proposal;
  await app.db.transact(async (tx) => {
    if (!(await markDayTold(tx, proposal))) return;
    const putter = (await writersOf(tx, initiativeId)).filter((personId) => personId === putBy);
    const tells = [...putter, ...(await coOwnersOf(tx, initiativeId))].map(
      (personId) => ({ personId, why: 'other', address: whereOnBoard(initiativeId) }) as const,
    );
    const happening = { what: 'decision.day-over', at: app.clock.now(), personId: null } as const;
    const told = await tell(app, tx, { ...happening, initiativeId, elementId, values: { title } }, tells);
    tx.afterCommit(() => app.topics.stale(told.map((id) => `me:${id}` as const)));
  });
}

/** Pledges: given by one person, ended by the same person, confirmed by somebody else on the team. */
import type { z } from 'zod';
import type { Pledge, pledgeFinish, pledgeGive, PledgeTotal } from '#shared/features/pledges/model.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { pledgeTotals } from '#shared/features/pledges/totals.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { type NewHappening, record } from '../../activity/record.ts';
import { touchInitiative } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { faces, labelIn } from '../../faces/store.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { newsOf, type PledgeNews } from './news/store.ts';
import * as store from './store.ts';

export async function listPledges(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Pledge[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await shown(app.db, viewer, await store.pledgesOf(app.db, initiativeId)) };
}

export async function myPledges(app: App, viewer: Viewer): Promise<{ items: Pledge[] }> {
  return { items: await shown(app.db, viewer, await store.pledgesBy(app.db, personOf(viewer))) };
}

/** What was pledged across the place, by kind. */
export async function totalPledges(app: App, viewer: Viewer): Promise<{ items: PledgeTotal[] }> {
  allowing('initiative.read', await placeFacts(app.db, viewer));
  return { items: pledgeTotals(await store.pledgeCounts(app.db)) };
}

/** Giving the same pledge again answers the same. @throws Problem conflict when the id belongs to another pledge */
export async function givePledge(app: App, viewer: Viewer, { id, pledgeId, kind, what, until }: z.output<typeof pledgeGive>): Promise<Pledge> {
  allowing('pledge.make', await initiativeFacts(app.db, viewer, id));
  const personId = personOf(viewer);
  const createdAt = app.clock.now();
  const given = { id: pledgeId, initiativeId: id, personId, kind, what, until, state: 'given', why: '', createdAt } as const;
  await app.db.transact(async (tx) => {
    const before = await store.pledgeById(tx, pledgeId);
    if (before === null && until !== null && hasPassed(until, createdAt)) throw badField('until', 'field.past');
    const added = before === null && (await store.addPledge(tx, { ...given, endedAt: null, confirmedBy: null, confirmedAt: null }));
    if (added) return moved(app, tx, { what: 'pledge.given', row: given, personId });
    const kept = before ?? (await store.pledgeById(tx, pledgeId));
    if (kept?.personId !== personId || kept.initiativeId !== id) throw new Problem('conflict', 'pledges.id-taken');
  });
  return onePledge(app, viewer, pledgeId);
}

/** @throws Problem not-allowed for anybody but the giver, conflict when it ended at the same moment */
export async function finishPledge(app: App, viewer: Viewer, { id, state, why }: z.output<typeof pledgeFinish>): Promise<Pledge> {
  const row = await foundPledge(app.db, id);
  allowing(
    'pledge.update',
    await initiativeFacts(app.db, viewer, row.initiativeId, { own: row.personId === viewer.personId, ended: row.state !== 'given' }),
  );
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await store.finishPledge(tx, id, personId, { state, why, endedAt: app.clock.now() })))
      throw new Problem('conflict', 'pledges.already-finished');
    await moved(app, tx, { what: 'pledge.finished', row, personId });
  });
  return onePledge(app, viewer, id);
}

/** @throws Problem not-allowed for the giver and for people outside the team, conflict while it is open or once it is confirmed */
export async function confirmPledge(app: App, viewer: Viewer, id: string): Promise<Pledge> {
  const row = await foundPledge(app.db, id);
  allowing(
    'pledge.confirm',
    await initiativeFacts(app.db, viewer, row.initiativeId, { own: row.personId === viewer.personId, ended: row.confirmedAt !== null }),
  );
  if (row.state === 'given') throw new Problem('conflict', 'pledges.not-finished-yet');
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await store.confirmPledge(tx, id, personId, app.clock.now()))) throw new Problem('conflict', 'pledges.already-confirmed');
    const tells = [{ personId: row.personId, why: 'other', address: '/sponsor' }] as const;
    await moved(app, tx, { what: 'pledge.confirmed', row, personId, tells });
  });
  return onePledge(app, viewer, id);
}

/** A line of activity, and who sees their lists go stale. */
export async function moved(
  app: App,
  tx: Tx,
  news: {
    what: ActivityName;
    row: Pick<store.PledgeRow, 'id' | 'initiativeId' | 'personId' | 'what'>;
    personId: string;
    tells?: NewHappening['tells'] & {};
  },
): Promise<void> {
  const { initiativeId, personId: giver, what: title } = news.row;
  await touchInitiative(tx, initiativeId, app.clock.now());
  const topics = [`initiative:${initiativeId}/pledges`, `initiative:${initiativeId}/activity`, 'initiatives', `me:${giver}`] as const;
  await record(app, tx, {
    what: news.what,
    thing: news.row.id,
    initiativeId,
    personId: news.personId,
    values: { title },
    topics,
    tells: news.tells ?? [],
  });
}

/** @throws Problem not-found */
export async function foundPledge(reader: Reader, id: string): Promise<store.KnownPledge> {
  const row = await store.pledgeById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

export async function onePledge(app: App, viewer: Viewer, id: string): Promise<Pledge> {
  const [item] = await shown(app.db, viewer, [await foundPledge(app.db, id)]);
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

async function shown(reader: Reader, viewer: Viewer, rows: readonly store.KnownPledge[]): Promise<Pledge[]> {
  const cards = await faces(
    reader,
    rows.flatMap((row) => [row.personId, row.confirmedBy]),
  );
  const news = await newsOf(
    reader,
    rows.map((row) => row.id),
  );
  return rows.flatMap((row) => {
    const person = cards.get(row.personId);
    const confirmedBy = row.confirmedBy === null ? null : labelIn(cards, row.confirmedBy);
    return person === undefined ? [] : [{ ...pledgeOf(viewer, row, { person, confirmedBy }), news: (news.get(row.id) ?? []).map(shownNews) }];
  });
}

function pledgeOf(viewer: Viewer, row: store.KnownPledge, faces: { person: PersonCard; confirmedBy: string | null }): Omit<Pledge, 'news'> {
  const { id, initiativeId, title, kind, what, until, state, why } = row;
  return {
    id,
    initiative: { id: initiativeId, title },
    kind,
    what,
    until,
    state,
    why,
    ...faces,
    at: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    confirmedAt: row.confirmedAt?.toISOString() ?? null,
    mine: row.personId === viewer.personId,
  };
}

function shownNews({ id, line, at, moves, fromDay, toDay }: PledgeNews): Pledge['news'][number] {
  return { id, line, at: at.toISOString(), moved: moves ? { from: fromDay, to: toDay } : null };
}

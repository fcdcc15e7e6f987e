/** Standing behind an initiative: each person for themselves, by name, in public. */
import type { z } from 'zod';
import type { Endorsement, endorse as endorseInput, withdrawEndorsement as withdrawInput } from '#shared/features/endorsements/model.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Topic } from '#shared/realtime/topics.ts';
import { record } from '../../activity/record.ts';
import { touchInitiative } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Reader } from '../../db/db.ts';
import { faces } from '../../faces/store.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { coOwnersOf } from '../../seats/store.ts';
import * as store from './store.ts';

export async function listEndorsements(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Endorsement[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await shown(app.db, viewer, await store.endorsementsOf(app.db, initiativeId)) };
}

export async function myEndorsements(app: App, viewer: Viewer): Promise<{ items: (Endorsement & { title: string })[] }> {
  const rows = await store.endorsementsBy(app.db, personOf(viewer));
  const titles = new Map(rows.map((row) => [row.initiativeId, row.title]));
  const items = await shown(app.db, viewer, rows);
  return { items: items.map((item) => ({ ...item, title: titles.get(item.initiativeId) ?? '' })) };
}

/**
 * "I stand behind this, because...": one a person and initiative, made again to renew it.
 * @throws Problem conflict when the purpose is no longer the one they read
 */
export async function endorse(app: App, viewer: Viewer, { id, office, reason, purposeHash }: z.output<typeof endorseInput>): Promise<Endorsement> {
  allowing('endorsement.make', await initiativeFacts(app.db, viewer, id));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const read = await store.purposeOf(tx, id);
    if (read?.purposeHash !== purposeHash) throw new Problem('conflict', 'endorsements.purpose-moved');
    const at = app.clock.now();
    const row = { initiativeId: id, personId, office, reason, ...read, createdAt: at, withdrawnAt: null, withdrawnWhy: '' };
    if (!(await store.putEndorsement(tx, row))) return;
    await touchInitiative(tx, id, at);
    await record(app, tx, { what: 'initiative.endorsed', initiativeId: id, personId, topics: topicsOf(id, personId) });
  });
  return one(app, viewer, id);
}

/** @throws Problem not-allowed for anybody but the one who stands behind it, conflict when it ended at the same moment */
export async function withdrawEndorsement(app: App, viewer: Viewer, { id, why }: z.output<typeof withdrawInput>): Promise<Endorsement> {
  const own = viewer.personId === null ? null : await store.endorsementOf(app.db, id, viewer.personId);
  allowing('endorsement.withdraw', await initiativeFacts(app.db, viewer, id, { own: own !== null, ended: own !== null && own.withdrawnAt !== null }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const at = app.clock.now();
    if (!(await store.endEndorsement(tx, id, personId, { why, at }))) throw new Problem('conflict', 'why.ended');
    await touchInitiative(tx, id, at);
    const team = await coOwnersOf(tx, id);
    await record(app, tx, {
      what: 'initiative.endorsement-withdrawn',
      initiativeId: id,
      personId,
      topics: topicsOf(id, personId),
      tells: team.map((coOwner) => ({ personId: coOwner, why: 'other', address: `/initiatives/${id}` })),
    });
  });
  return one(app, viewer, id);
}

async function one(app: App, viewer: Viewer, initiativeId: string): Promise<Endorsement> {
  const row = await store.endorsementOf(app.db, initiativeId, personOf(viewer));
  const [item] = row === null ? [] : await shown(app.db, viewer, [row]);
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

function topicsOf(initiativeId: string, personId: string): Topic[] {
  return [
    `initiative:${initiativeId}/endorsements`,
    `initiative:${initiativeId}/head`,
    `initiative:${initiativeId}/activity`,
    'initiatives',
    `me:${personId}`,
  ];
}

async function shown(reader: Reader, viewer: Viewer, rows: readonly store.KnownEndorsement[]): Promise<Endorsement[]> {
  const cards = await faces(
    reader,
    rows.map((row) => row.personId),
  );
  return rows.flatMap((row) => {
    const person = cards.get(row.personId);
    return person === undefined ? [] : [endorsementOf(viewer, row, person)];
  });
}

function endorsementOf(viewer: Viewer, row: store.KnownEndorsement, person: PersonCard): Endorsement {
  const { initiativeId, office, reason, purpose, withdrawnWhy } = row;
  return {
    initiativeId,
    person,
    office,
    reason,
    purpose,
    changedSince: row.purposeHash !== row.hashNow,
    at: row.createdAt.toISOString(),
    withdrawnAt: row.withdrawnAt?.toISOString() ?? null,
    withdrawnWhy,
    mine: row.personId === viewer.personId,
  };
}

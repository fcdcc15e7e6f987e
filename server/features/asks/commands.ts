/** Asks: the team puts a blocker to a person who could free it; that person, and nobody else, answers. */
import type { z } from 'zod';
import type { Ask, askPut, askReply, FreedBlocker } from '#shared/features/asks/model.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { ActivityName } from '#shared/words/en/activity.ts';
import { say } from '#shared/words/say.ts';
import { type NewHappening, record } from '../../activity/record.ts';
import { elementRow, touchInitiative } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { presentAsks } from './present.ts';
import * as store from './store.ts';

export async function listAsks(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Ask[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  return { items: await presentAsks(app, viewer, await store.asksOf(app.db, initiativeId)) };
}

export async function myAsks(app: App, viewer: Viewer): Promise<{ items: Ask[] }> {
  return { items: await presentAsks(app, viewer, await store.asksTo(app.db, personOf(viewer))) };
}

/** Puts a blocker of the board to a person; putting the same ask again answers the same. @throws Problem invalid, not-found, gone, conflict */
export async function putAsk(app: App, viewer: Viewer, input: z.output<typeof askPut>): Promise<Ask> {
  const { id: initiativeId, askId, elementId, personId, message } = input;
  allowing('ask.make', await initiativeFacts(app.db, viewer, initiativeId));
  const askedBy = personOf(viewer);
  if (personId === askedBy) throw badField('personId', 'asks.not-yourself');
  const put = { id: askId, initiativeId, elementId, personId, askedBy, message, createdAt: app.clock.now() };
  await app.db.transact(async (tx) => {
    const before = await store.askById(tx, askId);
    if (before === null && (await addPut(app, tx, put))) return;
    const kept = before ?? (await store.askById(tx, askId));
    if (kept?.askedBy !== askedBy || kept.initiativeId !== initiativeId) throw new Problem('conflict', 'asks.id-taken');
  });
  return one(app, viewer, askId);
}

/** Every answer is kept in the activity, so that an answer changed later leaves its trail. @throws Problem not-allowed, conflict when the ask was taken back meanwhile */
export async function answerAsk(app: App, viewer: Viewer, { id, answer, line, by }: z.output<typeof askReply>): Promise<Ask> {
  const row = await found(app.db, id);
  allowing(
    'ask.answer',
    await initiativeFacts(app.db, viewer, row.initiativeId, { addressed: row.personId === viewer.personId, ended: row.withdrawnAt !== null }),
  );
  const answeredAt = app.clock.now();
  const day = answer === 'will' ? by : null;
  if (day !== null && day !== row.by && hasPassed(day, answeredAt)) throw badField('by', 'field.past');
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const isNew = await store.answerAsk(tx, id, personId, { answer, answerLine: line, by: day, answeredAt });
    if (!isNew && (await found(tx, id)).withdrawnAt !== null) throw new Problem('conflict', 'asks.taken-back');
    if (!isNew) return;
    const values = { title: titleOf(row.blocker), answer, line, ...(day === null ? {} : { by: day }) };
    const told = { personId: row.askedBy, why: 'answer', address: `/initiatives/${row.initiativeId}/blockers` } as const;
    await moved(app, tx, { what: 'ask.answered', row, personId, values, tells: [line === '' ? told : { ...told, words: line }] });
  });
  return one(app, viewer, id);
}

/** @throws Problem not-allowed outside the team, conflict when it was taken back at the same moment */
export async function withdrawAsk(app: App, viewer: Viewer, id: string): Promise<Ask> {
  const row = await found(app.db, id);
  allowing('ask.withdraw', await initiativeFacts(app.db, viewer, row.initiativeId, { ended: row.withdrawnAt !== null }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await store.withdrawAsk(tx, id, app.clock.now()))) throw new Problem('conflict', 'asks.taken-back');
    const tells = [{ personId: row.personId, why: 'other', address: '/sponsor' }] as const;
    await moved(app, tx, { what: 'ask.withdrawn', row, personId, values: { title: titleOf(row.blocker) }, tells });
  });
  return one(app, viewer, id);
}

/** How others got past a blocker like this, across the place. */
export async function findFreed(app: App, viewer: Viewer, { kind, search }: { kind: string; search: string }): Promise<{ items: FreedBlocker[] }> {
  allowing('board.read', await placeFacts(app.db, viewer));
  const words = search
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
  const rows = await store.freedBlockers(app.db, { kind, words });
  return {
    items: rows.map(({ initiativeId, initiative, title, ...row }) => ({
      ...row,
      title: titleOf(title),
      initiative: { id: initiativeId, title: initiative },
    })),
  };
}

type Put = Pick<store.AskRow, 'id' | 'initiativeId' | 'elementId' | 'personId' | 'askedBy' | 'message' | 'createdAt'>;

/** @returns false when another request added this id first */
async function addPut(app: App, tx: Tx, put: Put): Promise<boolean> {
  const title = await blockerOn(tx, put.initiativeId, put.elementId);
  const reach = await store.reachOf(tx, put.personId);
  if (reach !== 'account') throw badField('personId', reach === null ? 'field.unknown' : 'asks.out-of-reach');
  const added = await store.addAsk(tx, { ...put, answer: null, answerLine: '', by: null, answeredAt: null, withdrawnAt: null });
  const tells = [{ personId: put.personId, why: 'ask', address: '/sponsor', words: put.message }] as const;
  if (added) await moved(app, tx, { what: 'ask.put', row: put, personId: put.askedBy, values: { title }, tells });
  return added;
}

/** The title of the blocker, which must stand on this board. */
async function blockerOn(tx: Tx, initiativeId: string, elementId: string): Promise<string> {
  const element = await elementRow(tx, initiativeId, elementId);
  if (element?.kind !== 'blocker') throw badField('elementId', 'asks.no-such-blocker');
  if (element.archivedAt !== null) throw new Problem('gone', 'asks.blocker-put-away');
  return titleOf(element.title);
}

interface Move {
  readonly what: ActivityName;
  readonly row: Pick<store.AskRow, 'id' | 'initiativeId' | 'elementId' | 'personId' | 'askedBy'>;
  readonly personId: string;
  readonly values: Readonly<Record<string, string>>;
  readonly tells: NewHappening['tells'] & {};
}

async function moved(app: App, tx: Tx, { what, row, personId, values, tells }: Move): Promise<void> {
  const { initiativeId, elementId } = row;
  await touchInitiative(tx, initiativeId, app.clock.now());
  const topics = [
    `initiative:${initiativeId}/asks`,
    `initiative:${initiativeId}/activity`,
    'initiatives',
    `me:${row.personId}`,
    `me:${row.askedBy}`,
  ] as const;
  await record(app, tx, { what, thing: row.id, initiativeId, personId, elementId, values, topics, tells });
}

async function found(reader: Reader, id: string): Promise<store.KnownAsk> {
  const row = await store.askById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

async function one(app: App, viewer: Viewer, id: string): Promise<Ask> {
  const [item] = await presentAsks(app, viewer, [await found(app.db, id)]);
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

function titleOf(title: string): string {
  return title === '' ? say('kinds.untitled') : title;
}

/** The team puts a blocker to people who could free it: a message, a row and a clock each. */
import type { z } from 'zod';
import type { Ask, askPut } from '#shared/features/asks/model.ts';
import { blockerKind } from '#shared/features/system-asks/model.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import { elementRow } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Reader, Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { makeLink } from './links/make-link.ts';
import { move, waitingAddress } from './move.ts';
import { presentAsks } from './present.ts';
import { reachOf } from '../../faces/store.ts';
import * as store from './store.ts';
import { titleOf } from './title.ts';

/** All of them are put, or none; putting the same asks again answers the same. @throws Problem invalid, not-found, gone, conflict */
export async function putAsks(app: App, viewer: Viewer, input: z.output<typeof askPut>): Promise<{ items: Ask[] }> {
  const { id: initiativeId, elementId, level, asks } = input;
  allowing('ask.make', await initiativeFacts(app.db, viewer, initiativeId));
  const askedBy = personOf(viewer);
  refuseTwice(asks.map((one) => one.personId));
  await app.db.transact(async (tx) => {
    for (const [index, { askId, personId, message }] of asks.entries()) {
      const put = store.freshAsk({ id: askId, initiativeId, elementId, personId, level, askedBy, message, createdAt: app.clock.now() });
      await putOne(app, tx, put, `asks.${index}.personId`);
    }
  });
  const rows = await store.asksById(
    app.db,
    asks.map((one) => one.askId),
  );
  return { items: await presentAsks(app, viewer, rows) };
}

/** Whether there is such a person, whom an ask can reach, and who is not the one who asks. @throws Problem invalid */
export async function askable(reader: Reader, personId: string, askedBy: string, field: string): Promise<void> {
  if (personId === askedBy) throw badField(field, 'asks.not-yourself');
  const reach = await reachOf(reader, personId);
  if (reach !== 'account') throw badField(field, reach === null ? 'field.unknown' : 'asks.out-of-reach');
}

function refuseTwice(personIds: readonly string[]): void {
  const again = personIds.findIndex((one, index) => personIds.indexOf(one) !== index);
  if (again >= 0) throw badField(`asks.${again}.personId`, 'asks.twice');
}

async function putOne(app: App, tx: Tx, put: store.AskRow, field: string): Promise<void> {
  const before = await store.askById(tx, put.id);
  if (before === null && (await addPut(app, tx, put, field))) return;
  const kept = before ?? (await store.askById(tx, put.id));
  if (kept?.askedBy !== put.askedBy || kept.initiativeId !== put.initiativeId) throw new Problem('conflict', 'asks.id-taken');
}

/** @returns false when another request added this id first */
async function addPut(app: App, tx: Tx, put: store.AskRow, field: string): Promise<boolean> {
  const blocker = await blockerOn(tx, put.initiativeId, put.elementId);
  await askable(tx, put.personId, put.askedBy, field);
  if (!(await store.addAsk(tx, { ...put, blockerKind: blocker.kind }))) return false;
  const { id: askId, personId, message, level } = put;
  const secretAddress = await makeLink(app, tx, { askId, personId });
  const tells = [{ personId, why: 'ask', address: waitingAddress, secretAddress, words: message }] as const;
  return move(app, tx, { ...put, blocker: blocker.title }, { what: 'put', personId: put.askedBy, toPersonId: personId, line: message, level, tells });
}

/** The title and kind of the blocker, which must stand on this board. */
async function blockerOn(tx: Tx, initiativeId: string, elementId: string): Promise<{ title: string; kind: store.AskRow['blockerKind'] }> {
  const element = await elementRow(tx, initiativeId, elementId);
  if (element?.kind !== 'blocker') throw badField('elementId', 'asks.no-such-blocker');
  if (element.archivedAt !== null) throw new Problem('gone', 'asks.blocker-put-away');
  return { title: titleOf(element.title), kind: blockerKind.safeParse(element.fields['blockerKind']).data ?? null };
}

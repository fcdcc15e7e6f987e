/** What the team does with a room to test: asks for it, accepts it, says which tests it covers, ends it, and says what was learned. */
import type { Tell } from '../../activity/record.ts';
import type { z } from 'zod';
import type { Room, roomAccept, roomAsk, roomFinish, roomLearn, roomTest } from '#shared/features/rooms/model.ts';
import { asksWhatWasLearned, standOf } from '#shared/features/rooms/states.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { elementRow } from '../../boards/store.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { moved, roomFacts, titleOf } from './moved.ts';
import { factsOf } from './present.ts';
import { foundRoom, oneRoom } from './read.ts';
import { newRoom } from './sponsor-commands.ts';
import { reachOf } from '../../faces/store.ts';
import * as store from './store.ts';

/** Asks a named person for cover; asking the same again answers the same. @throws Problem invalid, gone, conflict */
export async function askForRoom(app: App, viewer: Viewer, input: z.output<typeof roomAsk>): Promise<Room> {
  const { id: initiativeId, roomId, personId, message, elementId } = input;
  allowing('room.ask', await initiativeFacts(app.db, viewer, initiativeId));
  const askedBy = personOf(viewer);
  if (personId === askedBy) throw badField('personId', 'rooms.not-yourself');
  await app.db.transact(async (tx) => {
    const before = await store.roomById(tx, roomId);
    if (before === null && (await addAsked(app, tx, { id: roomId, initiativeId, personId, askedBy, message }, elementId))) return;
    const kept = before ?? (await store.roomById(tx, roomId));
    if (kept?.askedBy !== askedBy || kept.initiativeId !== initiativeId) throw new Problem('conflict', 'rooms.id-taken');
  });
  return oneRoom(app, viewer, roomId);
}

/** Accepts the words of the version that was read. @throws Problem not-allowed for the sponsor, conflict when the words moved or the day passed */
export async function acceptRoom(app: App, viewer: Viewer, { id, version }: z.output<typeof roomAccept>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.accept', await roomFacts(app, viewer, row));
  const personId = personOf(viewer);
  const at = app.clock.now();
  await app.db.transact(async (tx) => {
    const now = await foundRoom(tx, id);
    if (now.state === 'accepted' && now.version === version) return;
    if (standOf(factsOf(now), at) === 'run-out') throw new Problem('conflict', 'rooms.run-out');
    if (!(await store.acceptRoom(tx, id, version, { personId, at }))) throw new Problem('conflict', 'rooms.changed-meanwhile');
    await moved(app, tx, { what: 'room.accepted', row: now, personId, values: { title: nameOf(now) }, tells: toSponsor(now, 'answer') });
  });
  return oneRoom(app, viewer, id);
}

/** The team needs it no more: the ask, the offer or the cover ends. @throws Problem not-allowed outside the team */
export async function finishRoom(app: App, viewer: Viewer, { id, why }: z.output<typeof roomFinish>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.finish', await roomFacts(app, viewer, row));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const now = await foundRoom(tx, id);
    if (!(await store.closeRoom(tx, id, 'finish', { personId, why, at: app.clock.now() }))) throw new Problem('conflict', 'rooms.changed-meanwhile');
    await moved(app, tx, { what: 'room.finished', row: now, personId, values: { title: nameOf(now), because: why }, tells: toSponsor(now, 'other') });
  });
  return oneRoom(app, viewer, id);
}

/** What was learned under it. Whoever said it first may put it better; each time leaves its line. @throws Problem conflict while it covers, or when somebody else has said it */
export async function learnFromRoom(app: App, viewer: Viewer, { id, learned }: z.output<typeof roomLearn>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.learn', await roomFacts(app, viewer, row));
  const at = app.clock.now();
  if (!asksWhatWasLearned(factsOf(row), at)) throw new Problem('conflict', 'rooms.not-over-yet');
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const now = await foundRoom(tx, id);
    if (now.learnedBy === personId && now.learned === learned) return;
    if (!(await store.learnFrom(tx, id, { personId, learned, at }))) throw new Problem('conflict', 'rooms.learned-already');
    await moved(app, tx, { what: 'room.learned', row: now, personId, values: { title: nameOf(now), learned }, tells: toSponsor(now, 'other') });
  });
  return oneRoom(app, viewer, id);
}

/** This test runs under this cover. @throws Problem invalid when the test is not on the room's own board, gone when it was put away */
export async function linkTest(app: App, viewer: Viewer, { id, elementId }: z.output<typeof roomTest>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.link', await roomFacts(app, viewer, row));
  const personId = personOf(viewer);
  await app.db.transact((tx) => link(app, tx, row, { elementId, personId }));
  return oneRoom(app, viewer, id);
}

export async function unlinkTest(app: App, viewer: Viewer, { id, elementId }: z.output<typeof roomTest>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.link', await roomFacts(app, viewer, row));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const element = await elementRow(tx, row.initiativeId, elementId);
    if (!(await store.unlinkTest(tx, id, elementId))) return;
    await moved(app, tx, { what: 'room.unlinked', row, personId, elementId, values: { title: element?.title ?? '' } });
  });
  return oneRoom(app, viewer, id);
}

type Asked = Pick<store.RoomRow, 'id' | 'initiativeId' | 'personId' | 'message'> & { askedBy: string };

async function addAsked(app: App, tx: Tx, asked: Asked, elementId: string | null): Promise<boolean> {
  const reach = await reachOf(tx, asked.personId);
  if (reach !== 'account') throw badField('personId', reach === null ? 'field.unknown' : 'rooms.out-of-reach');
  const row = { ...newRoom, ...asked, state: 'asked', version: 0, createdAt: app.clock.now() } as const;
  if (!(await store.addRoom(tx, row))) return false;
  const tells: Tell[] = [{ personId: asked.personId, why: 'ask', address: '/sponsor', words: asked.message }];
  await moved(app, tx, { what: 'room.asked', row: asked, personId: asked.askedBy, values: { title: titleOf(asked.message) }, tells });
  if (elementId !== null) await link(app, tx, row, { elementId, personId: asked.askedBy });
  return true;
}

async function link(app: App, tx: Tx, row: store.RoomRow, { elementId, personId }: { elementId: string; personId: string }): Promise<void> {
  const element = await elementRow(tx, row.initiativeId, elementId);
  if (element?.kind !== 'test-of-change') throw badField('elementId', 'rooms.no-such-test');
  if (element.archivedAt !== null) throw new Problem('gone', 'rooms.test-put-away');
  if (!(await store.linkTest(tx, { roomId: row.id, elementId, linkedBy: personId, linkedAt: app.clock.now() }))) return;
  await moved(app, tx, {
    what: 'room.linked',
    row,
    personId,
    elementId,
    values: { title: element.title === '' ? say('kinds.untitled') : element.title },
  });
}

function toSponsor({ personId }: store.RoomRow, why: Tell['why']): Tell[] {
  return [{ personId, why, address: '/sponsor' }];
}

function nameOf({ wordings, message }: store.KnownRoom): string {
  return titleOf(wordings[0]?.what ?? message);
}

/** What only the sponsor does with a room to test: offers it, writes it, says no, takes it back. */
import type { Tell } from '../../activity/record.ts';
import type { z } from 'zod';
import type { Room, roomBecause, roomOffer, RoomWords, roomWrite } from '#shared/features/rooms/model.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { badField, Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { writersOf } from '../../seats/store.ts';
import { moved, roomFacts, titleOf, whereOnBoard } from './moved.ts';
import { wordsOf } from './present.ts';
import { foundRoom, oneRoom } from './read.ts';
import * as store from './store.ts';

/** Offers a room nobody asked for; offering the same again answers the same. @throws Problem conflict when the id belongs to another room */
export async function offerRoom(app: App, viewer: Viewer, input: z.output<typeof roomOffer>): Promise<Room> {
  const { id: initiativeId, roomId, answersForIt: _said, ...words } = input;
  allowing('room.offer', await initiativeFacts(app.db, viewer, initiativeId));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const before = await store.roomById(tx, roomId);
    if (before === null && (await addOffered(app, tx, { id: roomId, initiativeId, personId }, words))) return;
    const kept = before ?? (await store.roomById(tx, roomId));
    if (kept?.personId !== personId || kept.initiativeId !== initiativeId || kept.askedBy !== null) throw new Problem('conflict', 'rooms.id-taken');
  });
  return oneRoom(app, viewer, roomId);
}

/**
 * Writes a room that was asked for, or changes one: then it is an offer again, and the team hears of it.
 * @throws Problem not-allowed for anybody but its sponsor, conflict when it changed since they read it
 */
export async function writeRoom(app: App, viewer: Viewer, input: z.output<typeof roomWrite>): Promise<Room> {
  const { id, version, answersForIt: _said, ...words } = input;
  const row = await foundRoom(app.db, id);
  allowing('room.write', await roomFacts(app, viewer, row));
  if (saysTheSame(row, words)) return oneRoom(app, viewer, id);
  const at = app.clock.now();
  stillToCome(words, at);
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    const before = await foundRoom(tx, id);
    if (!(await store.writeRoom(tx, id, { personId, version, at }, words))) throw new Problem('conflict', 'rooms.changed-meanwhile');
    const what = before.version === 0 ? 'room.offered' : 'room.changed';
    await moved(app, tx, { what, row: before, personId, values: { title: titleOf(words.what) }, tells: await ofWriting(tx, before) });
  });
  return oneRoom(app, viewer, id);
}

/** @throws Problem not-allowed for anybody but the person it was asked of */
export async function declineRoom(app: App, viewer: Viewer, { id, why }: z.output<typeof roomBecause>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.decline', await roomFacts(app, viewer, row));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await store.closeRoom(tx, id, 'decline', { personId, why, at: app.clock.now() }))) throw new Problem('conflict', 'rooms.changed-meanwhile');
    const values = { title: titleOf(row.message), because: why };
    await moved(app, tx, { what: 'room.declined', row, personId, values, tells: toAsker(row) });
  });
  return oneRoom(app, viewer, id);
}

/** Takes an offer or a cover back, at once; everybody who writes on the board is told. @throws Problem not-allowed for anybody but its sponsor */
export async function revokeRoom(app: App, viewer: Viewer, { id, why }: z.output<typeof roomBecause>): Promise<Room> {
  const row = await foundRoom(app.db, id);
  allowing('room.revoke', await roomFacts(app, viewer, row));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    if (!(await store.closeRoom(tx, id, 'revoke', { personId, why, at: app.clock.now() }))) throw new Problem('conflict', 'rooms.not-offered-yet');
    const now = await foundRoom(tx, id);
    const values = { title: titleOf(now.wordings[0]?.what ?? ''), because: why };
    await moved(app, tx, { what: 'room.taken-back', row, personId, values, tells: await toTeam(tx, row.initiativeId, 'answer') });
  });
  return oneRoom(app, viewer, id);
}

async function addOffered(app: App, tx: Tx, given: Pick<store.RoomRow, 'id' | 'initiativeId' | 'personId'>, words: RoomWords): Promise<boolean> {
  const createdAt = app.clock.now();
  stillToCome(words, createdAt);
  const added = await store.addRoom(tx, { ...newRoom, ...given, state: 'offered', version: 1, askedBy: null, message: '', createdAt });
  if (!added) return false;
  await store.addWords(tx, { ...words, roomId: given.id, version: 1, createdAt });
  const tells = await toTeam(tx, given.initiativeId, 'other');
  await moved(app, tx, {
    what: 'room.offered',
    row: { ...given, askedBy: null },
    personId: given.personId,
    values: { title: titleOf(words.what) },
    tells,
  });
  return true;
}

/** A row before anything has happened to it. */
export const newRoom = {
  acceptedBy: null,
  acceptedAt: null,
  coveredAt: null,
  closedAt: null,
  why: '',
  learned: '',
  learnedBy: null,
  learnedAt: null,
  endTold: null,
} as const;

/** Whoever asked is answered; a cover that is on must not change in silence, so the whole team hears of that at once. */
async function ofWriting(tx: Tx, before: store.KnownRoom): Promise<Tell[]> {
  if (before.version === 0) return toAsker(before);
  return toTeam(tx, before.initiativeId, before.state === 'accepted' ? 'answer' : 'other');
}

function toAsker({ askedBy, initiativeId }: store.RoomRow): Tell[] {
  return askedBy === null ? [] : [{ personId: askedBy, why: 'answer', address: whereOnBoard(initiativeId) }];
}

async function toTeam(tx: Tx, initiativeId: string, why: Tell['why']): Promise<Tell[]> {
  return (await writersOf(tx, initiativeId)).map((personId) => ({ personId, why, address: whereOnBoard(initiativeId) }));
}

function stillToCome({ until }: RoomWords, now: Date): void {
  if (hasPassed(until, now)) throw badField('until', 'field.past');
}

/** The same words sent again are no change: an acceptance stays. */
function saysTheSame({ state, wordings: [current] }: store.KnownRoom, words: RoomWords): boolean {
  return current !== undefined && state !== 'asked' && JSON.stringify(wordsOf(current)) === JSON.stringify(wordsOf({ ...current, ...words }));
}

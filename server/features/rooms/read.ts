/** Rooms to test as they are read: those of an initiative, and those somebody was asked for or gave. */
import type { Room } from '#shared/features/rooms/model.ts';
import { isOver, type RoomStand } from '#shared/features/rooms/states.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../context.ts';
import type { Reader } from '../../db/db.ts';
import { allowing, initiativeFacts, personOf, type Viewer } from '../../policy/viewer.ts';
import { presentRooms } from './present.ts';
import * as store from './store.ts';

/** What holds or may hold first, then what is over, the latest first. */
export async function listRooms(app: App, viewer: Viewer, initiativeId: string): Promise<{ items: Room[] }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  const items = await presentRooms(app, viewer, await store.roomsOf(app.db, initiativeId));
  return { items: items.toSorted((a, b) => Number(isOver(a.stand)) - Number(isOver(b.stand))) };
}

/** What I was asked for first, the longest wait first; then by the day they end; then what is over, the latest first. */
export async function myRooms(app: App, viewer: Viewer): Promise<{ items: Room[] }> {
  const items = await presentRooms(app, viewer, await store.roomsBy(app.db, personOf(viewer)));
  return { items: items.toSorted((a, b) => placeOf(a.stand) - placeOf(b.stand) || (isOver(a.stand) ? 0 : order(a).localeCompare(order(b)))) };
}

export async function oneRoom(app: App, viewer: Viewer, id: string): Promise<Room> {
  const [item] = await presentRooms(app, viewer, [await foundRoom(app.db, id)]);
  if (item === undefined) throw new Problem('not-found', 'problem.not-found');
  return item;
}

/** @throws Problem not-found */
export async function foundRoom(reader: Reader, id: string): Promise<store.KnownRoom> {
  const row = await store.roomById(reader, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  return row;
}

function placeOf(stand: RoomStand): number {
  return stand === 'asked' ? 0 : isOver(stand) ? 2 : 1;
}

function order({ words, asked }: Room): string {
  return words?.until ?? asked?.at ?? '';
}

/** A room to test has come to its last day: its sponsor and the team are told, once, and asked what was learned. */
import { latestPassed } from '#shared/lib/days.ts';
import type { App } from '../context.ts';
import { tell } from '../features/notices/tell.ts';
import { type EndedRoom, endedUntold, markEndTold } from '../features/rooms/ended/store.ts';
import { titleOf, whereOnBoard } from '../features/rooms/moved.ts';
import { writersOf } from '../seats/store.ts';

type Telling = Pick<App, 'db' | 'clock' | 'newId' | 'outbox' | 'topics'>;

/** Marks and tells in one transaction a room: a server that is killed in between has done neither. Nobody did this, so no activity is written. */
export async function tellRoomsEnded(app: Telling): Promise<void> {
  const lastOver = latestPassed(app.clock.now());
  for (let rooms = await endedUntold(app.db, lastOver); rooms.length > 0; rooms = await endedUntold(app.db, lastOver))
    for (const room of rooms) await tellEnded(app, room);
}

async function tellEnded(app: Telling, room: EndedRoom): Promise<void> {
  const { initiativeId, personId: sponsor } = room;
  await app.db.transact(async (tx) => {
    if (!(await markEndTold(tx, room))) return;
    const team = (await writersOf(tx, initiativeId)).filter((personId) => personId !== sponsor);
    const tells = [
      { personId: sponsor, why: 'other', address: '/sponsor' },
      ...team.map((personId) => ({ personId, why: 'other', address: whereOnBoard(initiativeId) }) as const),
    ] as const;
    const news = {
      what: 'room.ended',
      at: app.clock.now(),
      personId: null,
      initiativeId,
      elementId: null,
      values: { title: titleOf(room.what) },
    } as const;
    const told = await tell(app, tx, news, tells);
    tx.afterCommit(() => app.topics.stale([`initiative:${initiativeId}/rooms`, ...told.map((id) => `me:${id}` as const)]));
  });
}

/** Which boards are live. A board is out, opening, open or leaving; whoever wants it waits for the step under way. */
import { compact, wantsCompaction } from './compact.ts';
import { FoldWaits } from './fold-waits.ts';
import type { BoardParts } from './make-boards.ts';
import { Room } from './room.ts';

/** How long an idle board stays in memory. */
const idleMs = 60_000;

interface Place {
  room: Promise<Room>;
  users: number;
  idle: NodeJS.Timeout | null;
  compacting: Promise<void> | null;
}

export interface Rooms {
  /** The live board, held until `release`. @throws Problem when it is not there or cannot be read */
  hold(boardId: string): Promise<{ room: Room; release(): void }>;
  close(): Promise<void>;
}

export function makeRooms(parts: BoardParts): Rooms {
  const places = new Map<string, Place>();
  const leaving = new Map<string, Promise<void>>();
  const waits = new FoldWaits();

  async function open(boardId: string): Promise<Room> {
    await leaving.get(boardId);
    const room = await Room.load(boardId, parts);
    room.onCommitted(() => {
      const place = places.get(boardId);
      if (place === undefined || place.compacting !== null || !wantsCompaction(room.tail, parts.clock.now())) return;
      place.compacting = compactQuietly(room).finally(() => (place.compacting = null));
    });
    return room;
  }

  async function compactQuietly(room: Room): Promise<void> {
    const { boardId } = room;
    const { clock, log } = parts;
    if (waits.isWaiting(boardId, clock.now())) return;
    try {
      if (await compact(room, parts)) return waits.kept(boardId);
      const againInMs = waits.failed(boardId, clock.now());
      log.error({ boardId, againInMs }, 'ALARM: a snapshot does not read back as the board; the log is kept as it is');
    } catch (err) {
      log.error({ err, boardId, againInMs: waits.failed(boardId, clock.now()) }, 'a board was not compacted');
    }
  }

  function leave(boardId: string, place: Place): Promise<void> {
    places.delete(boardId);
    if (place.idle !== null) clearTimeout(place.idle);
    const done = (async () => {
      const room = await place.room;
      await place.compacting;
      await compactQuietly(room);
      await room.close();
    })()
      .catch((err: unknown) => parts.log.error({ err, boardId }, 'a board did not close in order'))
      .finally(() => leaving.delete(boardId));
    leaving.set(boardId, done);
    return done;
  }

  return {
    async hold(boardId) {
      const place: Place = places.get(boardId) ?? { room: open(boardId), users: 0, idle: null, compacting: null };
      places.set(boardId, place);
      if (place.idle !== null) clearTimeout(place.idle);
      place.idle = null;
      place.users++;
      let held = true;
      const release = (): void => {
        if (!held) return;
        held = false;
        if (--place.users > 0 || places.get(boardId) !== place) return;
        place.idle = setTimeout(() => void leave(boardId, place), idleMs).unref();
      };
      try {
        return { room: await place.room, release };
      } catch (thrown) {
        // A board that did not open is out again; the next to ask tries anew.
        if (places.get(boardId) === place) places.delete(boardId);
        throw thrown;
      }
    },
    async close() {
      await Promise.all([...places].map(([boardId, place]) => leave(boardId, place)));
      await Promise.all(leaving.values());
    },
  };
}

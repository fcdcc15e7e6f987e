/** Sends what a room has committed to every page that holds it, once. */
import type { Room } from '../boards/room.ts';
import type { Log } from '../log/log.ts';
import { roomName } from './room-name.ts';
import type { LiveServer } from './realtime.ts';
import { makeSlowPages } from './slow-pages.ts';

export interface Broadcasts {
  /** From now on, what this room commits goes to its pages; asking twice is asking once. */
  to(room: Room): void;
}

export function broadcasts(io: LiveServer, log: Log): Broadcasts {
  const slow = makeSlowPages(log, (socket, boardId) => void socket.leave(roomName(boardId)));
  const known = new WeakSet<Room>();
  return {
    to(room) {
      if (known.has(room)) return;
      known.add(room);
      const { boardId } = room;
      room.onMoved(() => io.to(roomName(boardId)).emit('board:closed', { boardId, problem: { code: 'conflict', reason: 'problem.board-moved' } }));
      room.onCommitted(({ seq, update, only }) => {
        for (const id of io.sockets.adapter.rooms.get(roomName(boardId)) ?? []) {
          const socket = io.sockets.sockets.get(id);
          if (socket !== undefined) slow.keepsUp(socket, boardId);
        }
        // The sender already has what it alone sent.
        const pages = only?.from === undefined ? io.to(roomName(boardId)) : io.to(roomName(boardId)).except(only.from);
        pages.emit('board:update', { boardId, seq, update });
      });
    },
  };
}

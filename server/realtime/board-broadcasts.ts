/** Sends what a room has committed to every page that holds it: merged, written and framed once. Where many read, edits are gathered for a moment before. */
import { fullFrom } from '#shared/board/limits.ts';
import { mergedUpdate } from '../boards/board-view.ts';
import type { Committed, Room } from '../boards/room.ts';
import type { Log } from '../log/log.ts';
import { type OneFrame, oneFrame, sendAtOnce, sendInOrder } from './one-frame.ts';
import type { Live, LiveServer } from './realtime.ts';
import { roomName } from './room-name.ts';
import { sendWindowMs } from './send-window.ts';
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
      let sendMs = 0;
      let told: number | null = null;
      const tellFilled = (): void => {
        const { filled } = room;
        if (filled === null || filled === told) return;
        told = filled;
        if (filled >= fullFrom) io.to(roomName(boardId)).emit('board:filled', { boardId, filled });
      };
      room.gatherFor(() => sendWindowMs(io.sockets.adapter.rooms.get(roomName(boardId))?.size ?? 0, sendMs));
      room.onCommitted((committed) => {
        const began = performance.now();
        const frame = updateFrame(boardId, committed);
        for (const socket of pagesOf(io, boardId)) {
          if (socket.id === committed.onlyFrom || sendAtOnce(socket, frame)) continue;
          if (slow.keepsUp(socket, boardId)) sendInOrder(socket, frame);
        }
        // Smoothed: one turn in which the machine did something else says little of the next.
        sendMs += (performance.now() - began - sendMs) / 8;
        tellFilled();
      });
      room.onMoved(() => {
        io.to(roomName(boardId)).emit('board:closed', { boardId, problem: { code: 'conflict', reason: 'problem.board-moved' } });
      });
    },
  };
}

/** The open pages of a board. */
export function* pagesOf(io: LiveServer, boardId: string): Iterable<Live> {
  for (const id of io.sockets.adapter.rooms.get(roomName(boardId)) ?? []) {
    const socket = io.sockets.sockets.get(id);
    if (socket !== undefined) yield socket;
  }
}

function updateFrame(boardId: string, { seq, updates }: Committed): OneFrame {
  return oneFrame('board:update', { boardId, seq, update: mergedUpdate(updates) });
}

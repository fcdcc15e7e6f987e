/** Sends what a room has committed to every page that holds it: gathered for a moment where many read, merged, written and framed once. */
import { mergedUpdate } from '../boards/board-view.ts';
import type { Committed, Room } from '../boards/room.ts';
import type { Log } from '../log/log.ts';
import { type OneFrame, oneFrame, sendFrame } from './one-frame.ts';
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
      const gathered = gather(
        () => io.sockets.adapter.rooms.get(roomName(boardId))?.size ?? 0,
        (committed) => {
          const frame = frameOf(boardId, committed);
          const sender = onlySender(committed);
          for (const socket of pagesOf(io, boardId)) if (slow.keepsUp(socket, boardId) && socket.id !== sender) sendFrame(socket, frame);
        },
      );
      room.onCommitted(gathered.add);
      room.onMoved(() => {
        // What is still held back belongs to the old epoch, and must not arrive after the news that there is a new one.
        gathered.flush();
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

/** Holds back what comes within one window, so that it is sent together. */
function gather(pages: () => number, send: (committed: readonly Committed[]) => void): { add(committed: Committed): void; flush(): void } {
  let held: Committed[] = [];
  let timer: NodeJS.Timeout | null = null;
  let lastSendMs = 0;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (held.length === 0) return;
    const sending = held;
    held = [];
    const began = performance.now();
    send(sending);
    lastSendMs = performance.now() - began;
  };
  return {
    flush,
    add(committed) {
      held.push(committed);
      if (timer !== null) return;
      const wait = sendWindowMs(pages(), lastSendMs);
      if (wait === 0) flush();
      else timer = setTimeout(flush, wait);
    },
  };
}

function frameOf(boardId: string, committed: readonly Committed[]): OneFrame {
  return oneFrame('board:update', { boardId, seq: committed.at(-1)?.seq ?? 0, update: mergedUpdate(committed.flatMap(({ updates }) => updates)) });
}

/** Whoever alone sent all of it has it already. */
function onlySender(committed: readonly Committed[]): string | null {
  const [first] = committed;
  const from = first?.only?.from;
  return from !== undefined && committed.every(({ only }) => only?.from === from) ? from : null;
}

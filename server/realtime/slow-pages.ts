/**
 * Pages that do not read. What waits for such a page is bounded: it is sent no more edits, told to catch up once it has
 * read what waits, and cut when it does not read for long.
 */
import type { Log } from '../log/log.ts';
import type { Live } from './realtime.ts';
import { packetsWaiting } from './waiting.ts';

/** Packets waiting in one connection before it counts as slow. Socket.IO keeps them; what the system's own buffers hold comes on top. */
const mostWaiting = 256;
const cutAfterMs = 30_000;

export interface SlowPages {
  /** Whether this page keeps up; one that does not is taken out of the room until it has read. */
  keepsUp(socket: Live, boardId: string): boolean;
}

export function makeSlowPages(log: Log, leave: (socket: Live, boardId: string) => void): SlowPages {
  const behind = new WeakMap<Live, Set<string>>();
  return {
    keepsUp(socket, boardId) {
      if (packetsWaiting(socket) < mostWaiting) return true;
      const boards = behind.get(socket) ?? new Set<string>();
      boards.add(boardId);
      leave(socket, boardId);
      if (behind.has(socket)) return false;
      behind.set(socket, boards);
      log.warn({ boardId, waiting: packetsWaiting(socket) }, 'a page does not read; it is sent no more edits until it does');
      waitForReading(socket, () => {
        behind.delete(socket);
        for (const missed of boards) socket.emit('board:behind', { boardId: missed });
      });
      return false;
    },
  };
}

function waitForReading(socket: Live, caughtUp: () => void): void {
  const cut = setTimeout(() => socket.disconnect(true), cutAfterMs).unref();
  const drained = (): void => {
    if (packetsWaiting(socket) > 0) return;
    finish();
    caughtUp();
  };
  const finish = (): void => {
    clearTimeout(cut);
    socket.conn.off('drain', drained);
    socket.off('disconnect', finish);
  };
  socket.conn.on('drain', drained);
  socket.on('disconnect', finish);
}

/**
 * The most that may wait for one page, whatever it is: edits, news, the answer to opening a board. A page behind on a board is caught
 * long before (slow-pages.ts); one that reads nothing at all is cut here, and catches up when it comes back.
 */
import type { Log } from '../log/log.ts';
import type { Live } from './realtime.ts';

const mostPackets = 1024;
const mostBytes = 32_000_000;
/** A page with more than this on its way is asked to read it before it opens another board. */
const plentyBytes = 4_000_000;

/** What engine.io tells of the packets it is to send; `data` is a string or bytes. */
interface Packet {
  readonly data?: string | Uint8Array;
}

export interface Unread {
  /** Whether so much is on its way to the page that it should read first. */
  plenty(): boolean;
}

export function boundUnread(socket: Live, log: Log): Unread {
  let [packets, bytes] = [0, 0];
  // Told before the packet joins those that wait; `flush` when all that wait are handed to the system.
  socket.conn.on('packetCreate', ({ data }: Packet) => {
    packets++;
    bytes += data?.length ?? 0;
    if (packets > mostPackets || (packets > 1 && bytes > mostBytes)) cut();
  });
  socket.conn.on('flush', () => ([packets, bytes] = [0, 0]));
  const cut = (): void => {
    log.warn({ packets, bytes }, 'a page reads nothing of what waits for it; its line is cut');
    [packets, bytes] = [0, 0];
    // Closing in order would wait for the page to read.
    socket.conn.close(true);
  };
  return { plenty: () => bytes > plentyBytes };
}

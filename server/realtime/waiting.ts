import type { Live } from './realtime.ts';

/** Packets that wait in a page's connection to be read. engine.io keeps the list but leaves it out of its types; the slow-page test fails if it goes. */
export function packetsWaiting(socket: Live): number {
  const conn = socket.conn as unknown as { readonly writeBuffer: readonly unknown[] };
  return conn.writeBuffer.length;
}

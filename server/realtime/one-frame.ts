/** One packet for many pages: written once, framed once, and the same bytes handed to every connection. */
import { encodePacket, packetType } from '#shared/realtime/packet-parser.ts';
import type { ServerEvents } from '#shared/realtime/events.ts';
import type { Live } from './realtime.ts';

export interface OneFrame {
  /** The packet, for connections that are no WebSocket. */
  readonly packet: Buffer;
  /** The packet as a WebSocket frame, as `ws` takes it. */
  readonly framed: readonly [Buffer];
}

export function oneFrame<E extends keyof ServerEvents>(event: E, ...args: Parameters<ServerEvents[E]>): OneFrame {
  const packet = encodePacket({ type: packetType.event, nsp: '/', data: [event, ...args] });
  const framed = frameOf(packet);
  return { packet: framed.subarray(framed.length - packet.length), framed: [framed] };
}

/** Sends it to one page straight on its line. @returns false while something waits there, before which it must not come */
export function sendAtOnce({ conn }: Live, { framed }: OneFrame): boolean {
  const line = freeLine(conn);
  line?.sendFrame(framed);
  return line !== null;
}

/** Sends it to one page in the order of everything else that waits. */
export function sendInOrder({ conn }: Live, { packet, framed }: OneFrame): void {
  // engine.io hands the frame to the connection as it is; socket.io does the same with packets of text. Its types leave the option out.
  conn.write(packet, { compress: false, wsPreEncodedFrame: framed } as Parameters<typeof conn.write>[1]);
}

/** What `ws` writes frames with, and what tells whether they have all gone. */
interface Line {
  sendFrame(frame: readonly Buffer[]): void;
}
interface WebSocketTransport {
  readonly name: string;
  readonly writable: boolean;
  readonly socket?: { readonly bufferedAmount: number; readonly _sender: Line };
}

/** A packet as a WebSocket frame. */
export function frameOf(packet: Uint8Array): Buffer {
  return Buffer.concat([frameHeader(packet.length), packet]);
}

/** The page's line, when all that was sent before has left this process: engine.io's bookkeeping costs more than the sending. */
export function freeLine(conn: Live['conn']): Line | null {
  const { name, writable, socket } = conn.transport as unknown as WebSocketTransport; // engine.io leaves the socket out of its types.
  const free = name === 'websocket' && writable && conn.readyState === 'open' && socket?.bufferedAmount === 0;
  return free ? socket._sender : null;
}

/** The beginning of a final, unmasked, binary WebSocket frame (RFC 6455, 5.2). */
function frameHeader(length: number): Buffer {
  const start = 0x82;
  if (length < 126) return Buffer.from([start, length]);
  if (length < 65_536) return Buffer.from([start, 126, length >> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = start;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}

/**
 * How Socket.IO packets cross the line, on both sides: one binary frame a packet. Socket.IO's own parser sends two frames for a packet with bytes
 * in it, and lets only packets of text be framed once for all.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { readValue, writeValue } from './values.ts';

/** Socket.IO's packet types, protocol 5; its two binary types are not needed, for every packet is binary. */
export const packetType = { connect: 0, disconnect: 1, event: 2, ack: 3, connectError: 4 } as const;

export interface Packet {
  readonly type: number;
  readonly nsp: string;
  /** Ties an event to its acknowledgement. */
  readonly id?: number | undefined;
  readonly data?: unknown;
}

/** @throws TypeError when the data cannot be sent */
export function encodePacket({ type, nsp, id, data }: Packet): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeUint8(encoder, type);
    encoding.writeVarString(encoder, nsp === '/' ? '' : nsp);
    encoding.writeVarUint(encoder, id === undefined ? 0 : id + 1);
    if (data !== undefined) writeValue(encoder, data);
  });
}

/** @throws Error when the bytes are no packet */
export function decodePacket(frame: Uint8Array): Packet {
  const decoder = decoding.createDecoder(frame);
  const type = decoding.readUint8(decoder);
  const nsp = decoding.readVarString(decoder) || '/';
  const id = decoding.readVarUint(decoder) - 1;
  const data = decoding.hasContent(decoder) ? readValue(decoder) : undefined;
  if (decoding.hasContent(decoder)) throw new Error('bytes after the packet');
  if (!holds(type, data)) throw new Error('no packet of a known kind');
  return { type, nsp, ...(id < 0 ? {} : { id }), ...(data === undefined ? {} : { data }) };
}

function holds(type: number, data: unknown): boolean {
  switch (type) {
    case packetType.connect:
      return data === undefined || isObject(data);
    case packetType.disconnect:
      return data === undefined;
    case packetType.event:
      // Names that Socket.IO keeps for itself would reach listeners that no client may call.
      return Array.isArray(data) && typeof data[0] === 'string' && !ownNames.has(data[0]);
    case packetType.ack:
      return Array.isArray(data);
    case packetType.connectError:
      return isObject(data);
    default:
      return false;
  }
}

const ownNames: ReadonlySet<string> = new Set(['connect', 'connect_error', 'disconnect', 'disconnecting', 'newListener', 'removeListener']);

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

class Encoder {
  encode(packet: Packet): Uint8Array[] {
    return [encodePacket(packet)];
  }
}

type Listener = (packet: Packet) => void;

/** Socket.IO listens to one thing, `decoded`, and calls its own listener off again under either name. */
class Decoder {
  readonly #listeners = new Set<Listener>();

  /** @throws Error when the frame is no packet; Socket.IO then closes the connection */
  add(frame: unknown): void {
    const bytes = frame instanceof ArrayBuffer ? new Uint8Array(frame) : frame;
    if (!(bytes instanceof Uint8Array)) throw new Error('a packet is one binary frame');
    const packet = decodePacket(bytes);
    for (const listener of this.#listeners) listener(packet);
  }

  on(_event: 'decoded', listener: Listener): this {
    this.#listeners.add(listener);
    return this;
  }

  off(_event: 'decoded', listener: Listener): this {
    this.#listeners.delete(listener);
    return this;
  }

  removeListener(event: 'decoded', listener: Listener): this {
    return this.off(event, listener);
  }

  destroy(): void {
    this.#listeners.clear();
  }
}

/** What Socket.IO takes as its `parser`, server and client alike. */
export const packetParser = { protocol: 5, Encoder, Decoder };

/** A WebSocket that costs the reader next to nothing, so that what is measured is the server: no options, no compression, no checks. */
import { connect, type Socket } from 'node:net';

export interface LightSocket {
  send(payload: Uint8Array | string): void;
  end(): void;
}

export interface LightSocketParts {
  readonly url: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** `payload` is good only while this runs. */
  readonly heard: (payload: Buffer, isText: boolean) => void;
  readonly ended?: () => void;
}

/** Resolves when the server has agreed. @throws when it has not */
export function openWebSocket({ url, path, headers = {}, heard, ended }: LightSocketParts): Promise<LightSocket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const tcp = connect(Number(port), hostname);
    tcp.setNoDelay(true);
    const lines = {
      Host: `${hostname}:${port}`,
      Connection: 'Upgrade',
      Upgrade: 'websocket',
      'Sec-WebSocket-Version': '13',
      'Sec-WebSocket-Key': 'bGlnaHQgbG9hZCBsaW5lIQ==',
      ...headers,
    };
    tcp.write(
      `GET ${path} HTTP/1.1\r\n${Object.entries(lines)
        .map(([name, value]) => `${name}: ${value}\r\n`)
        .join('')}\r\n`,
    );
    const take = reader({
      heard,
      closed: () => tcp.end(),
      // Whoever does not answer is cut after a minute.
      pinged: (payload) => send(tcp, payload, opcode.pong),
    });
    let agreed = false;
    let head = Buffer.alloc(0);
    tcp.on('data', (chunk) => {
      if (agreed) return take(chunk);
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!head.toString('latin1', 0, 12).endsWith('101')) return void tcp.destroy(new Error(head.toString('latin1', 0, end)));
      agreed = true;
      resolve({ send: (payload) => send(tcp, payload), end: () => void tcp.destroy() });
      take(head.subarray(end + 4));
    });
    tcp.on('error', (error) => (agreed ? undefined : reject(error)));
    tcp.on('close', () => (agreed ? ended?.() : reject(new Error('the server hung up'))));
  });
}

const opcode = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Masked with zeros, which is a mask as good as any and saves the work. */
function send(tcp: Socket, payload: Uint8Array | string, what: number = typeof payload === 'string' ? opcode.text : opcode.binary): void {
  const bytes = typeof payload === 'string' ? Buffer.from(payload) : payload;
  const wide = bytes.length < 126 ? 0 : bytes.length < 65_536 ? 2 : 8;
  const frame = Buffer.alloc(6 + wide + bytes.length);
  frame[0] = 0x80 | what;
  frame[1] = 0x80 | (wide === 0 ? bytes.length : wide === 2 ? 126 : 127);
  if (wide === 2) frame.writeUInt16BE(bytes.length, 2);
  if (wide === 8) frame.writeBigUInt64BE(BigInt(bytes.length), 2);
  frame.set(bytes, 6 + wide);
  tcp.write(frame);
}

interface Hears {
  readonly heard: LightSocketParts['heard'];
  readonly closed: () => void;
  readonly pinged: (payload: Buffer) => void;
}

function reader({ heard, closed, pinged }: Hears): (chunk: Buffer) => void {
  let rest: Buffer | null = null;
  return (chunk) => {
    let bytes = rest === null ? chunk : Buffer.concat([rest, chunk]);
    for (let frame = firstFrame(bytes); frame !== null; frame = firstFrame(bytes)) {
      bytes = bytes.subarray(frame.end);
      if (frame.opcode === opcode.close) closed();
      else if (frame.opcode === opcode.ping) pinged(frame.payload);
      else heard(frame.payload, frame.opcode === opcode.text);
    }
    rest = bytes.length === 0 ? null : bytes;
  };
}

function firstFrame(bytes: Buffer): { opcode: number; payload: Buffer; end: number } | null {
  if (bytes.length < 2) return null;
  const short = (bytes[1] ?? 0) & 0x7f;
  const start = short < 126 ? 2 : short === 126 ? 4 : 10;
  if (bytes.length < start) return null;
  const length = short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2));
  const end = start + length;
  return bytes.length < end ? null : { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(start, end), end };
}

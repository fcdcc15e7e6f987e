import { refuse } from './verdict.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads lib0's variable-length encoding, strictly: only what lib0's encoder writes is accepted. */
export class ByteReader {
  private readonly bytes: Uint8Array;
  private at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get atEnd(): boolean {
    return this.at === this.bytes.length;
  }

  byte(): number {
    const byte = this.bytes[this.at++];
    return byte === undefined ? refuse('malformed', 'too short') : byte;
  }

  /** An unsigned integer of seven bits a byte, lowest first. */
  uint(): number {
    let byte = this.byte();
    if (byte < 128) return byte;
    let value = byte & 127;
    for (let scale = 128; ; scale *= 128) {
      byte = this.byte();
      value += (byte & 127) * scale;
      if (value > Number.MAX_SAFE_INTEGER) refuse('malformed', 'number');
      if (byte < 128) return byte === 0 ? refuse('not-canonical', 'number') : value;
    }
  }

  /** A signed integer: six bits and the sign in the first byte, then as `uint`. */
  int(): number {
    const first = this.byte();
    const size = first & 63;
    const rest = first < 128 ? 0 : this.uint();
    if (rest > Number.MAX_SAFE_INTEGER / 64) refuse('malformed', 'number');
    const value = size + rest * 64;
    return (first & 64) === 0 ? value : -value;
  }

  float(size: 4 | 8): number {
    const view = this.view(size);
    const data = new DataView(view.buffer, view.byteOffset, size);
    return size === 4 ? data.getFloat32(0) : data.getFloat64(0);
  }

  /** UTF-8 text with its length in bytes before it. The length is checked before anything is decoded. */
  text(maxBytes: number): string {
    const size = this.uint();
    if (size === 0) return '';
    if (size > maxBytes) refuse('text-too-long', size);
    const view = this.view(size);
    const only = view[0];
    if (size === 1 && only !== undefined && only < 128) return String.fromCharCode(only);
    try {
      return utf8.decode(view);
    } catch {
      return refuse('malformed', 'text');
    }
  }

  private view(size: number): Uint8Array {
    const end = this.at + size;
    if (end > this.bytes.length) refuse('malformed', 'too short');
    const view = this.bytes.subarray(this.at, end);
    this.at = end;
    return view;
  }
}

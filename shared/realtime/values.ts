/** Plain values and bytes as one run of bytes: what JSON can say, and `Uint8Array` as well. Reading is strict, for anybody may have written it. */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';

/** How deep arrays and objects may stand in each other. */
const mostDepth = 32;

const kinds = { null: 0, false: 1, true: 2, int: 3, negative: 4, float: 5, text: 6, bytes: 7, list: 8, object: 9 } as const;

/** @throws TypeError when a value is none that JSON or bytes can carry, or stands too deep */
export function writeValue(encoder: encoding.Encoder, value: unknown, depth = 0): void {
  if (depth > mostDepth) throw new TypeError('a value stands too deep');
  switch (typeof value) {
    case 'undefined':
      return encoding.writeUint8(encoder, kinds.null);
    case 'string':
      return writeText(encoder, value);
    case 'boolean':
      return encoding.writeUint8(encoder, value ? kinds.true : kinds.false);
    case 'number':
      return writeNumber(encoder, value);
    case 'object':
      return writeThing(encoder, value, depth);
    default:
      throw new TypeError(`a ${typeof value} cannot be sent`);
  }
}

/** @throws Error when the bytes end early, name a kind that is not there, reach into a prototype or stand too deep */
export function readValue(decoder: decoding.Decoder, depth = 0): unknown {
  if (depth > mostDepth) throw new Error('a value stands too deep');
  const read = readers[decoding.readUint8(decoder)];
  if (read === undefined) throw new Error('a value of no known kind');
  return read(decoder, depth);
}

/** By kind. */
const readers: readonly ((decoder: decoding.Decoder, depth: number) => unknown)[] = [
  () => null,
  () => false,
  () => true,
  decoding.readVarUint,
  (decoder) => -1 - decoding.readVarUint(decoder),
  decoding.readFloat64,
  decoding.readVarString,
  readBytes,
  readList,
  readObject,
];

function writeThing(encoder: encoding.Encoder, value: object | null, depth: number): void {
  if (value === null) return encoding.writeUint8(encoder, kinds.null);
  const bytes = asBytes(value);
  if (bytes !== null) {
    encoding.writeUint8(encoder, kinds.bytes);
    return encoding.writeVarUint8Array(encoder, bytes);
  }
  if (value instanceof Date) return writeText(encoder, value.toISOString());
  if (Array.isArray(value)) {
    encoding.writeUint8(encoder, kinds.list);
    encoding.writeVarUint(encoder, value.length);
    for (const one of value) writeValue(encoder, one, depth + 1);
    return;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  encoding.writeUint8(encoder, kinds.object);
  encoding.writeVarUint(encoder, fields.length);
  for (const [name, field] of fields) {
    encoding.writeVarString(encoder, name);
    writeValue(encoder, field, depth + 1);
  }
}

function writeText(encoder: encoding.Encoder, text: string): void {
  encoding.writeUint8(encoder, kinds.text);
  encoding.writeVarString(encoder, text);
}

function writeNumber(encoder: encoding.Encoder, value: number): void {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    encoding.writeUint8(encoder, value >= 0 ? kinds.int : kinds.negative);
    return encoding.writeVarUint(encoder, value >= 0 ? value : -1 - value);
  }
  // As JSON has it: what is no number is nothing.
  if (!Number.isFinite(value)) return encoding.writeUint8(encoder, kinds.null);
  encoding.writeUint8(encoder, kinds.float);
  encoding.writeFloat64(encoder, value);
}

/** Exactly the bytes a view shows, never the buffer behind it. */
function asBytes(value: object): Uint8Array | null {
  if (value instanceof Uint8Array) return value;
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : null;
}

/** A copy: a view would keep the whole message in memory, and show its neighbours to whoever asks for its buffer. */
function readBytes(decoder: decoding.Decoder): Uint8Array {
  const length = decoding.readVarUint(decoder);
  if (length > left(decoder)) throw new Error('bytes end early');
  const { arr, pos } = decoder;
  decoder.pos += length;
  return new Uint8Array(arr.subarray(pos, pos + length));
}

function readList(decoder: decoding.Decoder, depth: number): unknown[] {
  const length = readCount(decoder);
  const list: unknown[] = [];
  for (let i = 0; i < length; i++) list.push(readValue(decoder, depth + 1));
  return list;
}

function readObject(decoder: decoding.Decoder, depth: number): Record<string, unknown> {
  const length = readCount(decoder);
  const object: Record<string, unknown> = {};
  for (let i = 0; i < length; i++) {
    const name = decoding.readVarString(decoder);
    if (name in object) throw new Error('a name stands twice, or reaches into a prototype');
    object[name] = readValue(decoder, depth + 1);
  }
  return object;
}

/** Every entry takes a byte or more, so that a count costs no more memory than the message itself. */
function readCount(decoder: decoding.Decoder): number {
  const count = decoding.readVarUint(decoder);
  if (count > left(decoder)) throw new Error('a list ends early');
  return count;
}

function left(decoder: decoding.Decoder): number {
  return decoder.arr.length - decoder.pos;
}

/**
 * Reads a Yjs V1 update into plain data without touching a document. Strict: whatever a Yjs 13.6 client does not write,
 * or a board does not hold, is refused; counts are checked before anything of that size is made.
 */
import { ByteReader } from './byte-reader.ts';
import { MAX_CLOCK, type GateLimits } from './limits.ts';
import { boundedText, parseJsonValue, readPlainValue, safeKey, type PlainValue, type ValueCount } from './plain-value.ts';
import { refuse } from './verdict.ts';

export interface Id {
  readonly client: number;
  readonly clock: number;
}

export type TypeKind = 'array' | 'map' | 'text' | 'xmlElement' | 'xmlFragment' | 'xmlText';

export type Content =
  | { readonly kind: 'gc' }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'format'; readonly key: string; readonly value: PlainValue }
  /** `name` is the node name of an xmlElement and empty otherwise. */
  | { readonly kind: 'type'; readonly type: TypeKind; readonly name: string }
  | { readonly kind: 'any'; readonly values: readonly PlainValue[] };

export interface ParsedStruct extends Id {
  readonly length: number;
  /** What its author saw on its left and on its right. */
  readonly origin: Id | null;
  readonly right: Id | null;
  /** A root's name, the id of the type it lies in, or null when a neighbour tells. */
  readonly parent: string | Id | null;
  /** The map slot, where `parent` tells it. */
  readonly key: string | null;
  readonly content: Content;
}

/** The structs of one client id, without gaps between them. */
export interface Section extends Id {
  readonly end: number;
  readonly structs: readonly ParsedStruct[];
}

export interface DeleteRange extends Id {
  readonly length: number;
}

export interface ParsedUpdate {
  readonly sections: ReadonlyMap<number, Section>;
  /** By client id; ascending and apart from each other. */
  readonly deletes: ReadonlyMap<number, readonly DeleteRange[]>;
}

interface Reading {
  readonly reader: ByteReader;
  readonly limits: GateLimits;
  readonly values: ValueCount;
}

const HAS_ORIGIN = 128;
const HAS_RIGHT = 64;
const HAS_KEY = 32;
const KIND = 31;
const SKIP = 10;
const typeKinds: readonly (TypeKind | null)[] = ['array', 'map', 'text', 'xmlElement', 'xmlFragment', null, 'xmlText'];
const gc: Content = { kind: 'gc' };
const deleted: Content = { kind: 'deleted' };

/** @throws Refusal for anything that is not a complete, canonical V1 update within the limits */
export function parseUpdate(bytes: Uint8Array, limits: GateLimits): ParsedUpdate {
  if (bytes.length > limits.bytes) refuse('too-big', bytes.length);
  const reading: Reading = { reader: new ByteReader(bytes), limits, values: { nodes: 0 } };
  const sections = readSections(reading);
  const deletes = readDeletes(reading);
  if (!reading.reader.atEnd) refuse('malformed', 'bytes left over');
  return { sections, deletes };
}

/** The index of the last struct or range that begins at or before the clock; 0 when none does. */
export function indexAt(parts: readonly Id[], clock: number): number {
  let low = 0;
  let high = parts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((parts[middle]?.clock ?? 0) <= clock) low = middle;
    else high = middle - 1;
  }
  return low;
}

function readSections(reading: Reading): Map<number, Section> {
  const { reader, limits } = reading;
  const sections = new Map<number, Section>();
  let structs = 0;
  let left = reader.uint();
  if (left > limits.sections) refuse('too-many-sections', left);
  for (; left > 0; left--) {
    const count = reader.uint();
    if (count === 0) refuse('empty-section');
    structs += count;
    if (structs > limits.structs) refuse('too-many-structs', structs);
    const client = readClient(reader);
    if (sections.has(client)) refuse('duplicate-section', client);
    sections.set(client, readSection(reading, client, count));
  }
  return sections;
}

function readSection(reading: Reading, client: number, count: number): Section {
  const start = reading.reader.uint();
  const structs: ParsedStruct[] = [];
  let clock = start;
  for (let left = count; left > 0; left--) {
    const struct = readStruct(reading, client, clock);
    structs.push(struct);
    clock += struct.length;
    if (clock > MAX_CLOCK) refuse('clock', clock);
  }
  return { client, clock: start, end: clock, structs };
}

function readStruct(reading: Reading, client: number, clock: number): ParsedStruct {
  const { reader, limits } = reading;
  const info = reader.byte();
  const kind = info & KIND;
  if (kind === 0) {
    if (info !== 0) refuse('not-canonical', 'gc');
    return { client, clock, length: readLength(reader), origin: null, right: null, parent: null, key: null, content: gc };
  }
  if (kind === SKIP) refuse('content-kind', 'skip');
  const origin = (info & HAS_ORIGIN) === 0 ? null : readId(reader);
  const right = (info & HAS_RIGHT) === 0 ? null : readId(reader);
  let parent: string | Id | null = null;
  let key: string | null = null;
  if (origin === null && right === null) {
    parent = readParent(reader, limits);
    if ((info & HAS_KEY) !== 0) key = safeKey(reader.text(limits.keyBytes), limits);
  }
  const length = kind === 1 || kind === 8 ? readLength(reader) : 1;
  const content = readContent(reading, kind, length);
  return { client, clock, length: content.kind === 'string' ? content.text.length : length, origin, right, parent, key, content };
}

function readContent({ reader, limits, values }: Reading, kind: number, length: number): Content {
  switch (kind) {
    case 1:
      return deleted;
    case 4: {
      const text = boundedText(reader.text(limits.textUnits * 3), limits);
      return text === '' ? refuse('empty-struct') : { kind: 'string', text };
    }
    case 6: {
      const key = safeKey(reader.text(limits.keyBytes), limits);
      return { kind: 'format', key, value: parseJsonValue(reader.text(limits.textUnits * 3), limits, values) };
    }
    case 7: {
      const number = reader.uint();
      const type = typeKinds[number] ?? refuse('type-kind', number);
      return { kind: 'type', type, name: type === 'xmlElement' ? safeKey(reader.text(limits.keyBytes), limits) : '' };
    }
    case 8: {
      const read: PlainValue[] = [];
      for (let left = length; left > 0; left--) read.push(readPlainValue(reader, limits, values));
      return { kind: 'any', values: read };
    }
    default:
      return refuse('content-kind', kind);
  }
}

function readDeletes({ reader, limits }: Reading): Map<number, DeleteRange[]> {
  const deletes = new Map<number, DeleteRange[]>();
  let ranges = 0;
  for (let left = reader.uint(); left > 0; left--) {
    const client = readClient(reader);
    if (deletes.has(client)) refuse('duplicate-section', client);
    const count = reader.uint();
    ranges += count;
    if (count === 0) refuse('empty-section');
    if (ranges > limits.deleteRanges) refuse('too-many-deletes', ranges);
    deletes.set(client, readRanges(reader, client, count));
  }
  return deletes;
}

function readRanges(reader: ByteReader, client: number, count: number): DeleteRange[] {
  const ranges: DeleteRange[] = [];
  let from = 0;
  for (let left = count; left > 0; left--) {
    const clock = reader.uint();
    if (clock < from) refuse('delete-order', client);
    const length = readLength(reader);
    from = clock + length;
    if (from > MAX_CLOCK) refuse('clock', from);
    ranges.push({ client, clock, length });
  }
  return ranges;
}

function readParent(reader: ByteReader, limits: GateLimits): string | Id {
  const byName = reader.uint();
  if (byName === 1) return reader.text(limits.keyBytes);
  return byName === 0 ? readId(reader) : refuse('not-canonical', 'parent');
}

function readId(reader: ByteReader): Id {
  return { client: readClient(reader), clock: reader.uint() };
}

/** Yjs draws client ids as unsigned 32 bit numbers. */
function readClient(reader: ByteReader): number {
  const client = reader.uint();
  return client > 0xffff_ffff ? refuse('client-id') : client;
}

function readLength(reader: ByteReader): number {
  const length = reader.uint();
  if (length > MAX_CLOCK) refuse('clock', length);
  return length === 0 ? refuse('empty-struct') : length;
}

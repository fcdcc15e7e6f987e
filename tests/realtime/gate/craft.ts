/** Writes V1 updates by hand, also such as no Yjs client writes. */
import * as encoding from 'lib0/encoding';

export type IdPair = readonly [client: number, clock: number];

export interface CraftedItem {
  readonly origin?: IdPair | undefined;
  readonly right?: IdPair | undefined;
  /** A root's name, or the id of the type it goes into. Left out when a neighbour tells. */
  readonly parent?: string | IdPair | undefined;
  readonly key?: string | undefined;
  readonly content: CraftedContent;
}

export type CraftedContent =
  | { readonly text: string }
  | { readonly any: readonly unknown[] }
  | { readonly type: number; readonly name?: string }
  | { readonly format: string; readonly value: unknown }
  | { readonly deleted: number }
  | { readonly embed: unknown }
  | { readonly binary: Uint8Array }
  | { readonly json: readonly string[] }
  | { readonly subdoc: string; readonly options: unknown }
  /** Any content number with whatever bytes follow. */
  | { readonly ref: number; readonly bytes: readonly number[] };

export type CraftedStruct = { readonly gc: number } | { readonly skip: number } | CraftedItem;

export interface CraftedUpdate {
  readonly sections?: readonly {
    readonly client: number;
    readonly clock: number;
    readonly structs: readonly CraftedStruct[];
    readonly count?: number;
  }[];
  readonly deletes?: readonly { readonly client: number; readonly ranges: readonly (readonly [clock: number, length: number])[] }[];
}

export const types = { array: 0, map: 1, text: 2, xmlElement: 3, xmlFragment: 4, xmlHook: 5, xmlText: 6 };

export function craft({ sections = [], deletes = [] }: CraftedUpdate): Uint8Array {
  const out = encoding.createEncoder();
  encoding.writeVarUint(out, sections.length);
  for (const { client, clock, structs, count = structs.length } of sections) {
    encoding.writeVarUint(out, count);
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, clock);
    for (const struct of structs) writeStruct(out, struct);
  }
  encoding.writeVarUint(out, deletes.length);
  for (const { client, ranges } of deletes) {
    encoding.writeVarUint(out, client);
    encoding.writeVarUint(out, ranges.length);
    for (const [clock, length] of ranges) {
      encoding.writeVarUint(out, clock);
      encoding.writeVarUint(out, length);
    }
  }
  return encoding.toUint8Array(out);
}

/** One section with these structs. */
export function frame(client: number, clock: number, ...structs: readonly CraftedStruct[]): Uint8Array {
  return craft({ sections: [{ client, clock, structs }] });
}

function writeStruct(out: encoding.Encoder, struct: CraftedStruct): void {
  if ('gc' in struct) {
    encoding.writeUint8(out, 0);
    encoding.writeVarUint(out, struct.gc);
  } else if ('skip' in struct) {
    encoding.writeUint8(out, 10);
    encoding.writeVarUint(out, struct.skip);
  } else writeItem(out, struct);
}

function writeItem(out: encoding.Encoder, { origin, right, parent, key, content }: CraftedItem): void {
  const flags = (origin === undefined ? 0 : 128) | (right === undefined ? 0 : 64) | (key === undefined ? 0 : 32);
  encoding.writeUint8(out, flags | refOf(content));
  for (const id of [origin, right]) if (id !== undefined) writeId(out, id);
  if (origin === undefined && right === undefined) {
    encoding.writeVarUint(out, typeof parent === 'string' ? 1 : 0);
    if (typeof parent === 'string') encoding.writeVarString(out, parent);
    else writeId(out, parent ?? [0, 0]);
    if (key !== undefined) encoding.writeVarString(out, key);
  }
  writeContent(out, content);
}

function writeId(out: encoding.Encoder, [client, clock]: IdPair): void {
  encoding.writeVarUint(out, client);
  encoding.writeVarUint(out, clock);
}

function refOf(content: CraftedContent): number {
  if ('deleted' in content) return 1;
  if ('json' in content) return 2;
  if ('binary' in content) return 3;
  if ('text' in content) return 4;
  if ('embed' in content) return 5;
  if ('format' in content) return 6;
  if ('type' in content) return 7;
  if ('any' in content) return 8;
  return 'subdoc' in content ? 9 : content.ref;
}

function writeContent(out: encoding.Encoder, content: CraftedContent): void {
  if ('deleted' in content) encoding.writeVarUint(out, content.deleted);
  else if ('text' in content) encoding.writeVarString(out, content.text);
  else if ('embed' in content) encoding.writeVarString(out, JSON.stringify(content.embed));
  else if ('binary' in content) encoding.writeVarUint8Array(out, content.binary);
  else if ('format' in content) {
    encoding.writeVarString(out, content.format);
    encoding.writeVarString(out, typeof content.value === 'string' ? content.value : JSON.stringify(content.value));
  } else if ('type' in content) {
    encoding.writeVarUint(out, content.type);
    if (content.name !== undefined) encoding.writeVarString(out, content.name);
  } else if ('any' in content) {
    encoding.writeVarUint(out, content.any.length);
    for (const value of content.any) encoding.writeAny(out, value as Parameters<typeof encoding.writeAny>[1]);
  } else if ('json' in content) {
    encoding.writeVarUint(out, content.json.length);
    for (const part of content.json) encoding.writeVarString(out, part);
  } else if ('subdoc' in content) {
    encoding.writeVarString(out, content.subdoc);
    encoding.writeAny(out, content.options as Parameters<typeof encoding.writeAny>[1]);
  } else for (const byte of content.bytes) encoding.writeUint8(out, byte);
}

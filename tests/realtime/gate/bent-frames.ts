/** Attacks made of frames others sent: bytes changed, or the same structs under another name. */
import * as Y from 'yjs';
import { nextClock, type Attack } from './attack.ts';
import { craft, types, type CraftedContent, type CraftedStruct, type IdPair } from './craft.ts';

/** Someone's frame with a few bytes changed. */
export function bentBytes({ random, seen }: Attack): Uint8Array {
  const bytes = [...random.pick(seen)];
  for (let changes = 1 + random.below(3); changes > 0; changes--) {
    const at = random.below(bytes.length + 1);
    const luck = random.below(6);
    if (luck === 0) bytes.splice(at, 1 + random.below(4));
    else if (luck === 1) bytes.splice(at, 0, random.below(256));
    else if (luck === 2) bytes.splice(at, 0, ...bytes.slice(random.below(bytes.length), at));
    else if (luck === 3) bytes.length = at;
    else if (luck === 4) bytes[at] = (bytes[at] ?? 0) ^ (1 << random.below(8));
    else bytes[at] = random.pick([0, 1, 127, 128, 255, random.below(256)]);
  }
  return Uint8Array.from(bytes);
}

/** Someone's frame under the attacker's own client id and clock: well formed, and mostly in a place it was not made for. */
export function restamped({ random, seen, world, attacker }: Attack): Uint8Array {
  let structs: readonly (Y.Item | Y.GC | Y.Skip)[];
  try {
    ({ structs } = Y.decodeUpdate(random.pick(seen)));
  } catch {
    return new Uint8Array();
  }
  const client = random.pick(attacker.clients);
  const base = nextClock(world, client);
  const moved = new Map<string, number>();
  let clock = base;
  const made: CraftedStruct[] = [];
  for (const struct of structs) {
    moved.set(`${struct.id.client}:${struct.id.clock}`, clock);
    if (!(struct instanceof Y.Item)) continue;
    const content = contentOf(struct);
    if (content === null) continue;
    const bend = (id: Y.ID | null): IdPair | undefined => (id === null ? undefined : shifted(id, moved, client));
    const parent = struct.parent instanceof Y.ID ? bend(struct.parent) : typeof struct.parent === 'string' ? struct.parent : undefined;
    made.push({ origin: bend(struct.origin), right: bend(struct.rightOrigin), parent, key: struct.parentSub ?? undefined, content });
    clock += struct.length;
  }
  return made.length === 0 ? new Uint8Array([0, 0]) : craft({ sections: [{ client, clock: base, structs: made }] });
}

function shifted({ client, clock }: Y.ID, moved: ReadonlyMap<string, number>, to: number): IdPair {
  const there = moved.get(`${client}:${clock}`);
  return there === undefined ? [client, clock] : [to, there];
}

function contentOf({ content }: Y.Item): CraftedContent | null {
  if (content instanceof Y.ContentString) return { text: content.str };
  if (content instanceof Y.ContentAny) return { any: content.arr };
  if (content instanceof Y.ContentFormat) return { format: content.key, value: content.value };
  if (content instanceof Y.ContentDeleted) return { deleted: content.len };
  if (!(content instanceof Y.ContentType)) return null;
  const { type } = content;
  if (type instanceof Y.XmlElement) return { type: types.xmlElement, name: type.nodeName };
  if (type instanceof Y.XmlText) return { type: types.xmlText };
  return { type: type instanceof Y.Map ? types.map : types.text };
}

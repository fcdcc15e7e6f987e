/** Attacks that are well formed and lie about places: neighbours, parents, order, and whose words they are. */
import { nextClock, type Attack } from './attack.ts';
import { craft, types, type CraftedContent, type CraftedStruct, type CraftedUpdate, type IdPair } from './craft.ts';
import type { Random } from './random.ts';
import { listsOf, type List } from './terrain.ts';
import { anyContent } from './wild-grammar.ts';

/** Well-formed writes under own client ids whose neighbours, parents and order are lies, or half lies. */
export function misplaced(attack: Attack): Uint8Array {
  const { random, world, attacker } = attack;
  const lists = listsOf(world.doc);
  const clients = random.chance(0.25)
    ? [...new Set([random.pick(attacker.clients), random.pick(attacker.clients)])]
    : [random.pick(attacker.clients)];
  const own: IdPair[] = [];
  const clocks = new Map(clients.map((client) => [client, nextClock(world, client)]));
  const made = new Map<number, CraftedStruct[]>(clients.map((client) => [client, []]));
  const list = random.pick(lists);
  for (let count = 1 + random.below(5); count > 0; count--) {
    const client = random.pick(clients);
    const clock = clocks.get(client) ?? 0;
    const { struct, length } = misplacedStruct(attack, random.chance(0.85) ? list : random.pick(lists), own);
    made.get(client)?.push(struct);
    for (let unit = 0; unit < Math.min(length, 3); unit++) own.push([client, clock + unit]);
    clocks.set(client, clock + length);
  }
  const sections = [...made]
    .filter(([, structs]) => structs.length > 0)
    .map(([client, structs]) => ({ client, clock: nextClock(world, client), structs }));
  return craft({ sections, deletes: random.chance(0.25) ? deletesNear(attack, list) : [] });
}

/** A removal of something real, now and then of a whole card or of what comes next. */
export function removal(attack: Attack): Uint8Array {
  const { random, world } = attack;
  const list = random.pick(listsOf(world.doc));
  const deletes = [...deletesNear(attack, list)];
  if (random.chance(0.2)) {
    const client = random.pick([...world.doc.store.clients.keys()]);
    if (deletes.every((section) => section.client !== client))
      deletes.push({ client, ranges: [[Math.max(0, nextClock(world, client) - 1), random.pick([1, 2, 90])]] });
  }
  return craft({ deletes });
}

/** Own words again, longer, and with other neighbours than before. */
export function continued(attack: Attack): Uint8Array {
  const { random, world, attacker } = attack;
  const client = random.pick(attacker.clients);
  const clock = Math.max(0, nextClock(world, client) - 1 - random.below(4));
  const { struct } = misplacedStruct(attack, random.pick(listsOf(world.doc)), []);
  return craft({ sections: [{ client, clock, structs: [{ ...struct, content: { text: 'continued' } }] }] });
}

/** Something well formed under the client id of someone else. */
export function theft(attack: Attack): Uint8Array {
  const victims = [...attack.world.doc.store.clients.keys()];
  return misplaced({ ...attack, attacker: { ...attack.attacker, clients: [attack.random.pick(victims)] } });
}

function misplacedStruct({ random }: Attack, list: List, own: readonly IdPair[]): { struct: CraftedStruct; length: number } {
  const unit = (): IdPair | undefined =>
    own.length > 0 && random.chance(0.4) ? random.pick(own) : list.units.length > 0 ? random.pick(list.units) : undefined;
  let origin = random.chance(0.8) ? unit() : undefined;
  let right = random.chance(list.key === undefined ? 0.5 : 0.05) ? unit() : undefined;
  if (list.units.length > 1 && random.chance(0.45)) {
    // Real neighbours, or nearly.
    const at = random.below(list.units.length);
    origin = list.units[at];
    right = list.units[at + (random.chance(0.7) ? 1 : random.below(4))];
    if (list.key !== undefined) right = undefined;
  }
  const { content, length } = contentFor(random, list);
  return { struct: { origin, right, parent: list.parent, key: list.key, content }, length };
}

function deletesNear({ random }: Attack, list: List): NonNullable<CraftedUpdate['deletes']> {
  if (list.units.length === 0) return [];
  const byClient = new Map<number, [number, number][]>();
  for (let count = 1 + random.below(4); count > 0; count--) {
    const [client, clock] = random.pick(list.units);
    byClient.set(client, [...(byClient.get(client) ?? []), [clock, 1 + random.below(3)]]);
  }
  return [...byClient].map(([client, ranges]) => ({ client, ranges: apart(ranges) }));
}

/** In order and not overlapping. */
function apart(ranges: [number, number][]): [number, number][] {
  const sorted = ranges.sort((a, b) => a[0] - b[0]);
  return sorted.flatMap(([clock, length], at) => {
    const next = sorted[at + 1];
    const size = next === undefined ? length : Math.min(length, next[0] - clock);
    return size > 0 ? [[clock, size] satisfies [number, number]] : [];
  });
}

function contentFor(random: Random, list: List): { content: CraftedContent; length: number } {
  if (random.chance(0.03)) return { content: anyContent(random), length: 1 };
  if (random.chance(0.05)) return { content: { deleted: 2 }, length: 2 };
  switch (list.kind) {
    case 'map':
      if (list.depth === 0) return { content: { type: types.map }, length: 1 };
      return { content: random.chance(0.3) ? { type: types.text } : { any: [random.below(99)] }, length: 1 };
    case 'xmlText':
      if (random.chance(0.2)) return { content: { format: random.pick(['bold', 'italic']), value: random.pick([{}, null]) }, length: 1 };
      return textContent(random);
    case 'text':
      return textContent(random);
    default:
      return { content: nodeFor(random, list.name), length: 1 };
  }
}

function textContent(random: Random): { content: CraftedContent; length: number } {
  const text = random.pick(['Z', 'Q', 'evil', '👍', 'ab']);
  return { content: { text }, length: text.length };
}

function nodeFor(random: Random, inside: string): CraftedContent {
  if (inside === 'paragraph') return random.chance(0.8) ? { type: types.xmlText } : { type: types.xmlElement, name: 'hardBreak' };
  if (inside === 'bulletList' || inside === 'orderedList') return { type: types.xmlElement, name: 'listItem' };
  return { type: types.xmlElement, name: random.pick(['paragraph', 'bulletList', 'blockquote']) };
}

/** Attacks that say anything the format can say, mostly near something real. */
import { nextClock, type Attack } from './attack.ts';
import { craft, types, type CraftedContent, type CraftedStruct, type IdPair } from './craft.ts';
import type { Random } from './random.ts';
import { listsOf } from './terrain.ts';

export function wildGrammar(attack: Attack): Uint8Array {
  const { random } = attack;
  const sections = Array.from({ length: random.below(3) }, () => {
    const client = anyClient(attack);
    const structs = Array.from({ length: 1 + random.below(4) }, () => wildStruct(attack));
    const count = random.chance(0.03) ? random.below(40_000_000) : structs.length;
    return { client, clock: Math.max(0, nextClock(attack.world, client) + (random.chance(0.7) ? 0 : random.below(9) - 5)), structs, count };
  });
  const deletes = Array.from({ length: random.below(2) }, () => ({ client: anyClient(attack), ranges: wildRanges(attack) }));
  return craft({ sections, deletes });
}

function wildStruct(attack: Attack): CraftedStruct {
  const { random } = attack;
  const luck = random.below(30);
  if (luck === 0) return { gc: random.pick([0, 1, 3, 1e9, 2 ** 53 - 1]) };
  if (luck === 1) return { skip: 1 + random.below(9) };
  return {
    origin: random.chance(0.4) ? anyId(attack) : undefined,
    right: random.chance(0.3) ? anyId(attack) : undefined,
    parent: random.chance(0.3) ? random.pick(['purpose', 'elements', 'elements', 'cards', '', '__proto__']) : anyId(attack),
    key: random.chance(0.4) ? anyKey(attack) : undefined,
    content: random.chance(0.6) ? likelyContent(random) : anyContent(random),
  };
}

function wildRanges(attack: Attack): [number, number][] {
  const { random } = attack;
  return Array.from({ length: 1 + random.below(3) }, () => [random.below(60), random.pick([0, 1, 2, 5, 40, 1e9])]);
}

export function anyContent(random: Random): CraftedContent {
  return random.pick<CraftedContent>([
    { text: 'hi' },
    { text: '' },
    { any: [1] },
    { any: [{ deep: [1, { __proto__: null }] }, 'two'] },
    { type: random.below(9), name: 'paragraph' },
    { type: types.map },
    { type: types.text },
    { format: 'bold', value: {} },
    { format: 'link', value: { href: 'javascript:alert(1)' } },
    { deleted: 1 + random.below(3) },
    { embed: { image: 'x' } },
    { binary: new Uint8Array([1, 2]) },
    { json: ['1'] },
    { subdoc: 'guid', options: {} },
    { ref: random.below(32), bytes: [random.below(256), random.below(256)] },
  ]);
}

/** What boards hold. */
function likelyContent(random: Random): CraftedContent {
  return random.pick<CraftedContent>([
    { text: 'hi' },
    { any: [1] },
    { type: types.map },
    { type: types.text },
    { type: types.xmlText },
    { type: types.xmlElement, name: 'paragraph' },
    { deleted: 1 },
  ]);
}

function anyClient({ random, world, attacker }: Attack): number {
  const luck = random.below(10);
  if (luck < 6) return random.pick(attacker.clients);
  if (luck < 9) return random.pick([...world.doc.store.clients.keys(), ...attacker.clients]);
  return random.pick([0, 1, random.clientId(), 2 ** 32, 2 ** 53 - 1]);
}

function anyId(attack: Attack): IdPair {
  const { random, world } = attack;
  const list = random.pick(listsOf(world.doc));
  if (list.units.length > 0 && random.chance(0.7)) return random.pick(list.units);
  const client = anyClient(attack);
  return [client, Math.max(0, nextClock(world, client) + random.below(7) - 4)];
}

function anyKey({ random, world }: Attack): string {
  return random.pick(['state', 'kind', 'title', 'fresh', random.id(), '__proto__', 'constructor', ...world.doc.getMap('elements').keys()]);
}

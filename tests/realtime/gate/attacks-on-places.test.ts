/** Attacks on the shape of a board: roots, cards and fields that are not there, and things where they do not belong. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { craft, frame, types, type CraftedContent } from './craft.ts';
import { AMINA, CARD, copyOf, doing, MALLORY, passes, refused, scene, titleOf } from './scene.ts';

const NEW_CARD = 'a-new-card-with-id-21';

test.each(['cards', 'layout', 'Elements', '', '__proto__', 'x'.repeat(40)])('the root %j is refused', (root) => {
  refused(scene().world, frame(MALLORY, 0, { parent: root, key: NEW_CARD, content: { type: types.map } }), 'unknown-root');
});

test('hundreds of root names in an update that fails leave no root behind', () => {
  const structs = Array.from({ length: 900 }, (_, at) => ({ parent: `root${at}`, content: { text: 'x' } }));
  refused(scene().world, frame(MALLORY, 0, ...structs), 'unknown-root');
});

test('an unknown root is refused even in a struct that is known already', () => {
  const { world, title } = scene();
  passes(world, frame(MALLORY, 0, { parent: title, content: { text: 'x' } }), 'mallory');
  refused(world, frame(MALLORY, 0, { parent: 'other', content: { text: 'x' } }), 'unknown-root');
});

test('writing through the id of a nested type is seen as touching its card', () => {
  const { world, title, card } = scene();
  expect([...passes(world, frame(AMINA, 0, { parent: title, content: { text: 'x' } })).elements]).toEqual([CARD]);
  expect([...passes(world, frame(AMINA, 1, { parent: card, key: 'state', content: { any: ['asked'] } })).elements]).toEqual([CARD]);
});

test('writing through a neighbour alone is seen as touching its card', () => {
  const { world, title } = scene();
  const [client, clock] = title;
  expect([...passes(world, frame(AMINA, 0, { origin: [client, clock + 3], content: { text: 'x' } })).elements]).toEqual([CARD]);
});

test('a new card with all that is in it comes in one update', () => {
  const { world } = scene();
  const made = doing(copyOf(world, AMINA), (doc) => {
    const card = new Y.Map<unknown>([['kind', 'blocker']]);
    doc.getMap('elements').set(NEW_CARD, card);
    card.set('title', new Y.Text('what is stuck'));
  });
  expect(passes(world, made)).toMatchObject({ structs: 4, elements: new Set([NEW_CARD]), roots: new Set(['elements']) });
});

test('putting another card in the place of a card is refused', () => {
  const { world } = scene();
  const over = doing(copyOf(world, MALLORY), (doc) => doc.getMap('elements').set(CARD, new Y.Map()));
  refused(world, over, 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: 'elements', key: CARD, content: { type: types.map } }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: 'elements', key: CARD, content: { deleted: 1 } }), 'write-refused');
});

test('two cards in one place in one update are refused', () => {
  const struct = { parent: 'elements', key: NEW_CARD, content: { type: types.map } };
  refused(scene().world, frame(MALLORY, 0, struct, { origin: [MALLORY, 0], content: { type: types.map } }), 'write-refused');
});

test('removing a card is refused: cards are archived', () => {
  const { world } = scene();
  refused(
    world,
    doing(copyOf(world, MALLORY), (doc) => doc.getMap('elements').delete(CARD)),
    'remove-refused',
  );
});

test('making and removing a card in one update is refused as well', () => {
  const { world } = scene();
  const struct = { parent: 'elements', key: NEW_CARD, content: { type: types.map } };
  refused(
    world,
    craft({ sections: [{ client: MALLORY, clock: 0, structs: [struct] }], deletes: [{ client: MALLORY, ranges: [[0, 1]] }] }),
    'remove-refused',
  );
});

test.each(['short', 'x'.repeat(41), 'has space in it', 'slash/in/the/key', 'ümlaut-in-the-id', '<script>alert(1)'])(
  '%j is no id of a card',
  (key) => {
    refused(scene().world, frame(MALLORY, 0, { parent: 'elements', key, content: { type: types.map } }), 'write-refused');
  },
);

test.each(['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf', '__defineGetter__', 'isPrototypeOf'])(
  'the key %j is refused everywhere',
  (key) => {
    const { world, card, words } = scene();
    refused(world, frame(MALLORY, 0, { parent: 'elements', key, content: { type: types.map } }), 'key');
    refused(world, frame(MALLORY, 0, { parent: card, key, content: { any: [1] } }), 'key');
    refused(world, frame(MALLORY, 0, { parent: card, key: 'state', content: { any: [JSON.parse(`{"${key}":1}`)] } }), 'key');
    refused(world, frame(MALLORY, 0, { parent: words, content: { format: key, value: {} } }), 'key');
    refused(world, frame(MALLORY, 0, { parent: words, content: { format: 'link', value: `{"${key}":{"isAdmin":true}}` } }), 'key');
    expect(Object.getPrototypeOf(world.doc.getMap('elements').toJSON())).toBe(Object.prototype);
  },
);

test('a key longer than a line is refused', () => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().card, key: 'k'.repeat(200), content: { any: [1] } }), 'text-too-long');
});

test.each<[string, CraftedContent]>([
  ['a text', { type: types.text }],
  ['a list', { type: types.array }],
  ['rich text', { type: types.xmlFragment }],
  ['a plain value', { any: ['card'] }],
  ['letters', { text: 'x' }],
])('%s is no card', (_what, content) => {
  refused(scene().world, frame(MALLORY, 0, { parent: 'elements', key: NEW_CARD, content }), 'write-refused');
});

test('a child without a key is refused beside the cards and inside a card', () => {
  const { world, card } = scene();
  refused(world, frame(MALLORY, 0, { parent: 'elements', content: { type: types.map } }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: card, content: { text: 'x' } }), 'write-refused');
});

test.each<[string, CraftedContent]>([
  ['a map', { type: types.map }],
  ['a list', { type: types.array }],
  ['rich text', { type: types.xmlText }],
  ['an object', { any: [{ a: 1 }] }],
  ['a list of values', { any: [[1, 2]] }],
  ['nothing, written as undefined', { any: [undefined] }],
  ['a line as long as a book', { any: ['x'.repeat(10_001)] }],
  ['a format', { format: 'bold', value: {} }],
])('%s is no field of a card', (_what, content) => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().card, key: 'state', content }), 'write-refused');
});

test.each(['State', '9lives', 'with-dash', 'with space', 'a'.repeat(41), ''])('%j is no name of a field', (key) => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().card, key, content: { any: [1] } }), 'write-refused');
});

test.each<[string, CraftedContent]>([
  ['a format', { format: 'bold', value: {} }],
  ['a type', { type: types.text }],
  ['plain values', { any: [1] }],
])('%s does not go into the text of a card', (_what, content) => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().title, content }), 'write-refused');
});

test('an attribute on the text of a card is refused', () => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().title, key: 'state', content: { any: [1] } }), 'write-refused');
});

test('putting something inside what is no type is refused', () => {
  const { world, title } = scene();
  refused(world, frame(MALLORY, 0, { parent: [title[0], title[1] + 1], content: { text: 'x' } }), 'parent-not-a-type');
  const inOwnText = [
    { parent: title, content: { text: 'x' } },
    { parent: [MALLORY, 0] as const, content: { text: 'y' } },
  ];
  refused(world, frame(MALLORY, 0, ...inOwnText), 'parent-not-a-type');
});

test('a struct between neighbours of two different texts is refused', () => {
  const { world, title, words } = scene();
  refused(world, frame(MALLORY, 0, { origin: [title[0], title[1] + 1], right: [words[0], words[1] + 1], content: { text: 'x' } }), 'cross-list');
});

test('a struct between values of two different fields is refused', () => {
  const { world, card } = scene();
  const [client, clock] = card;
  refused(world, frame(MALLORY, 0, { origin: [client, clock + 1], right: [client, clock + 2], content: { any: [1] } }), 'cross-list');
});

test('several living values in one field are refused', () => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().card, key: 'state', content: { any: ['a', 'b'] } }), 'slot-run');
});

test('a field written with a right neighbour is refused', () => {
  const { world, card } = scene();
  refused(world, frame(MALLORY, 0, { right: [card[0], card[1] + 2], content: { any: ['a'] } }), 'slot-neighbour');
});

test('cards in cards in cards, thousands deep, are refused at the second', () => {
  const nested = Array.from({ length: 900 }, (_, at) => ({ parent: [MALLORY, at] as const, key: 'inside', content: { type: types.map } }));
  refused(scene().world, frame(MALLORY, 0, { parent: 'elements', key: NEW_CARD, content: { type: types.map } }, ...nested), 'write-refused');
});

test('lists in lists in the purpose end at the allowed depth', () => {
  const quotes = (depth: number) => {
    const inside = Array.from({ length: depth - 1 }, (_, at) => ({
      parent: [MALLORY, at] as const,
      content: { type: types.xmlElement, name: 'blockquote' },
    }));
    return frame(MALLORY, 0, { parent: 'purpose', content: { type: types.xmlElement, name: 'blockquote' } }, ...inside);
  };
  refused(scene().world, quotes(17), 'too-deep');
  refused(scene().world, quotes(30_000), 'too-deep', 'mallory', MERGE_LIMITS);
  passes(scene().world, quotes(16));
});

test('an emptied field, a value again, and a field cleared are all seen as touching the card', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const card = amina.getMap('elements').get(CARD);
  if (!(card instanceof Y.Map)) throw new Error('no card');
  expect(
    passes(
      world,
      doing(amina, () => card.set('archivedAt', '2026-11-24T09:00:00Z')),
    ),
  ).toMatchObject({ deleted: 0, elements: new Set([CARD]) });
  expect(
    passes(
      world,
      doing(amina, () => card.set('archivedAt', null)),
    ),
  ).toMatchObject({ deleted: 1, elements: new Set([CARD]) });
  expect(
    passes(
      world,
      doing(amina, () => card.delete('archivedAt')),
    ),
  ).toMatchObject({ deleted: 1, structs: 0, elements: new Set([CARD]) });
  expect(titleOf(world.doc).toString()).toBe('abcdef');
});

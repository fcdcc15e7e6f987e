/** Attacks on the format itself: what is written is not an update a Yjs client writes, or claims more than it holds. */
import fc from 'fast-check';
import * as encoding from 'lib0/encoding';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIVE_LIMITS, MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { craft, frame, types, type CraftedContent } from './craft.ts';
import { chosenSeed } from '#tests/helpers/seeded.ts';
import { copyOf, doing, MALLORY, refused, scene, titleOf, AMINA } from './scene.ts';

const text = (content: CraftedContent) => frame(MALLORY, 0, { parent: scene().title, content });

test('no bytes at all are refused', () => refused(scene().world, new Uint8Array(), 'malformed'));

test('an update cut off anywhere is refused, so no half of it is ever applied', () => {
  const { world } = scene();
  const whole = doing(copyOf(world, AMINA), (doc) => {
    titleOf(doc).insert(3, 'NEW');
    titleOf(doc).delete(0, 2);
  });
  for (let length = 0; length < whole.length; length++) {
    const verdict = world.check('amina', whole.subarray(0, length));
    expect(verdict.ok ? 'passed' : verdict.code, `first ${length} bytes`).toMatch(/malformed|empty|passed/);
    if (verdict.ok) expect(verdict.noop).toBe(true);
  }
});

test('good structs before a broken delete set are refused together with it', () => {
  const { world, title } = scene();
  const good = frame(MALLORY, 0, { parent: title, content: { text: 'half' } });
  refused(world, Uint8Array.from([...good.subarray(0, -1), 1, 5]), 'malformed');
});

test('bytes left over after the end are refused', () => refused(scene().world, Uint8Array.from([0, 0, 0]), 'malformed'));

test('a number written longer than need be is refused', () => refused(scene().world, Uint8Array.from([0x80, 0x00, 0x00]), 'not-canonical'));

test('a number beyond what is safe is refused', () =>
  refused(scene().world, Uint8Array.from([...Array<number>(9).fill(0xff), 0x7f, 0]), 'malformed'));

test('33 million structs claimed in eight bytes are refused before room is made for them', () => {
  refused(scene().world, craft({ sections: [{ client: MALLORY, clock: 0, structs: [], count: 33_000_000 }] }), 'too-many-structs');
});

test('more sections than people have tabs are refused', () => {
  refused(scene().world, Uint8Array.from([...numberBytes(5_000_000), 0]), 'too-many-sections');
});

test('millions of delete ranges claimed in a few bytes are refused', () => {
  refused(scene().world, Uint8Array.from([0, 1, 1, ...numberBytes(50_000_000)]), 'too-many-deletes');
});

test('millions of plain values claimed in a few bytes are refused', () => {
  refused(
    scene().world,
    frame(MALLORY, 0, { parent: scene().card, key: 'state', content: { ref: 8, bytes: [...numberBytes(9_000_000), 126] } }),
    'value',
  );
});

test('a frame larger than live frames may be is refused unread', () => {
  refused(scene().world, new Uint8Array(LIVE_LIMITS.bytes + 1), 'too-big');
  refused(scene().world, new Uint8Array(MERGE_LIMITS.bytes + 1), 'too-big', 'mallory', MERGE_LIMITS);
});

test('an update in format V2 is refused', () => {
  const doc = copyOf(scene().world, AMINA);
  const updates: Uint8Array[] = [];
  doc.on('updateV2', (bytes: Uint8Array) => updates.push(bytes));
  titleOf(doc).insert(0, 'x');
  for (const update of updates) expect(scene().world.check('amina', update).ok).toBe(false);
});

test('the run-length bomb of format V2 is refused', () => {
  const bomb = Uint8Array.from([0, 0, 3, 0xfe, 0xff, 0xff, 0xff, 0x07, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0xff, 0xff, 0xff, 0xff, 0x07, 0, 0]);
  expect(scene().world.check('mallory', bomb).ok).toBe(false);
});

test('two sections for one client id are refused, of which Yjs would keep the last', () => {
  const { world, title } = scene();
  const section = { client: MALLORY, clock: 0, structs: [{ parent: title, content: { text: 'a' } }] };
  refused(world, craft({ sections: [section, section] }), 'duplicate-section');
});

test('two delete sections for one client id are refused', () => {
  const ranges = [[0, 1]] as const;
  refused(
    scene().world,
    craft({
      deletes: [
        { client: 1, ranges },
        { client: 1, ranges },
      ],
    }),
    'duplicate-section',
  );
});

test('a section without structs is refused', () => {
  refused(scene().world, craft({ sections: [{ client: MALLORY, clock: 0, structs: [] }] }), 'empty-section');
});

test('structs and deletes of no length are refused', () => {
  refused(scene().world, frame(MALLORY, 0, { gc: 0 }), 'empty-struct');
  refused(scene().world, text({ text: '' }), 'empty-struct');
  refused(scene().world, text({ deleted: 0 }), 'empty-struct');
  refused(scene().world, craft({ deletes: [{ client: 1, ranges: [[0, 0]] }] }), 'empty-struct');
});

test('a skip, which leaves a gap behind, is refused', () => refused(scene().world, frame(MALLORY, 0, { skip: 5 }), 'content-kind'));

test('a removed struct with flags that mean nothing is refused', () => {
  refused(scene().world, Uint8Array.from([1, 1, 5, 0, 0x40, 1, 0]), 'not-canonical');
});

test('a parent that is neither a name nor an id is refused', () => {
  refused(scene().world, Uint8Array.from([1, 1, 5, 0, 4, 2, 1, 97, 0]), 'not-canonical');
});

test.each<[string, CraftedContent]>([
  ['a sub-document', { subdoc: 'guid', options: { gc: false, autoLoad: true } }],
  ['an embed', { embed: { image: 'x' } }],
  ['bytes', { binary: new Uint8Array([1]) }],
  ['old JSON content', { json: ['1'] }],
  ['a content kind of the future', { ref: 11, bytes: [0] }],
])('%s is refused', (_what, content) => refused(scene().world, text(content), 'content-kind'));

test.each([types.xmlHook, 7, 130])('shared type %i is refused', (type) => refused(scene().world, text({ type, name: 'x' }), 'type-kind'));

test('60,000 sub-documents in one frame are refused at the first', () => {
  const many = Array.from({ length: 900 }, () => ({ parent: 'elements', key: 'subsubsubsub', content: { subdoc: 'g', options: {} } }));
  refused(scene().world, frame(MALLORY, 0, ...many), 'content-kind');
});

test('text that is not UTF-8 is refused', () => refused(scene().world, text({ ref: 4, bytes: [2, 0xc3, 0x28] }), 'malformed'));

test('one text longer than a page of pages is refused', () => {
  refused(scene().world, text({ text: 'x'.repeat(LIVE_LIMITS.textUnits + 1) }), 'text-too-long');
});

test('a value nested 200,000 deep is refused before anything recurses that far', () => {
  const bytes = [
    1,
    ...Array<number>(200_000)
      .fill(117)
      .flatMap((tag) => [tag, 1]),
    126,
  ];
  const deep = frame(MALLORY, 0, { parent: scene().card, key: 'state', content: { ref: 8, bytes } });
  refused(scene().world, deep, 'value', 'mallory', MERGE_LIMITS);
});

test.each([NaN, Infinity, -Infinity])('the number %d is refused', (value) => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().card, key: 'level', content: { any: [value] } }), 'value');
});

test('big integers and bytes are no board values', () => {
  for (const value of [12n, new Uint8Array([1])]) {
    refused(scene().world, frame(MALLORY, 0, { parent: scene().card, key: 'level', content: { any: [value] } }), 'value');
  }
});

test('a format whose value is no JSON is refused', () => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().words, content: { format: 'bold', value: '{' } }), 'malformed');
});

test('a client id beyond 32 bits is refused', () => refused(scene().world, frame(2 ** 32, 0, { gc: 1 }), 'client-id'));

test('any bytes get an answer, never a throw, and leave the document alone', () => {
  const { world } = scene();
  const before = Y.encodeStateAsUpdate(world.doc);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 120 }), (bytes) => {
      expect(world.check('mallory', bytes)).toHaveProperty('ok');
    }),
    { numRuns: 3_000, seed: chosenSeed() },
  );
  expect(Y.encodeStateAsUpdate(world.doc)).toEqual(before);
});

function numberBytes(value: number): Uint8Array {
  return encoding.encode((encoder) => encoding.writeVarUint(encoder, value));
}

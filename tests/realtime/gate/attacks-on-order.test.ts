/** Attacks on order and cost: neighbours nobody saw side by side, conflicts and deletes that keep a server busy. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { LIVE_LIMITS, MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { craft, frame, type CraftedStruct, type IdPair } from './craft.ts';
import { AMINA, copyOf, doing, MALLORY, passes, refused, scene, titleOf, unitAt, wordsOf } from './scene.ts';
import { whatIsEmitted } from './world.ts';

test('inverted: a right neighbour that stands left of the left one, inside one run of words, is refused', () => {
  const { world } = scene();
  const at = (index: number) => unitAt(titleOf(world.doc), index);
  refused(world, frame(MALLORY, 0, { origin: at(4), right: at(1), content: { text: 'Z' } }), 'inverted');
});

test('inverted: one unit as left and right neighbour is refused', () => {
  const { world } = scene();
  const at = unitAt(titleOf(world.doc), 3);
  refused(world, frame(MALLORY, 0, { origin: at, right: at, content: { text: 'Z' } }), 'inverted');
});

test('inverted: neighbours with words between them that both were made from are refused', () => {
  const { world } = scene();
  const at = (index: number) => unitAt(titleOf(world.doc), index);
  refused(world, frame(MALLORY, 0, { origin: at(1), right: at(4), content: { text: 'Z' } }), 'inverted');
});

test('inverted: only a right neighbour, which itself was put behind something, is refused', () => {
  const { world } = scene();
  refused(world, frame(MALLORY, 0, { right: unitAt(titleOf(world.doc), 3), content: { text: 'Z' } }), 'inverted');
});

test('inverted: the same lie told in two frames is refused at the second', () => {
  const { world, title } = scene();
  passes(world, frame(MALLORY, 0, { parent: title, content: { text: 'first' } }), 'mallory');
  refused(world, frame(MALLORY, 5, { origin: [MALLORY, 3], right: [MALLORY, 1], content: { text: 'Z' } }), 'inverted');
});

test('inverted: the same lie told inside one frame is refused', () => {
  const { world, title } = scene();
  refused(
    world,
    frame(MALLORY, 0, { parent: title, content: { text: 'first' } }, { origin: [MALLORY, 3], right: [MALLORY, 1], content: { text: 'Z' } }),
    'inverted',
  );
});

test('neighbours that stood side by side before others wrote between them pass, and all replicas agree', () => {
  const { world } = scene();
  const [amina, ruth] = [copyOf(world, AMINA), copyOf(world, 78)];
  const hers = doing(amina, (doc) => titleOf(doc).insert(3, 'AMINA'));
  const theirs = doing(ruth, (doc) => titleOf(doc).insert(3, 'RUTH'));
  for (const [update, person] of [
    [hers, 'amina'],
    [theirs, 'ruth'],
  ] as const)
    passes(world, update, person);
  Y.applyUpdate(amina, theirs);
  expect(titleOf(amina).toString()).toBe(titleOf(world.doc).toString());
});

test('typing in front of, inside and behind unsent words of one frame passes without a second look', () => {
  const { world } = scene();
  const sent = doing(copyOf(world, AMINA), (doc) => {
    const title = titleOf(doc);
    title.insert(3, 'middle');
    title.insert(3, 'front');
    title.insert(10, 'in');
    title.delete(9, 2);
    title.insert(0, 'start');
  });
  expect(passes(world, sent)).toMatchObject({ unusual: false });
});

test.each<[string, (at: (index: number) => IdPair) => CraftedStruct]>([
  ['a left neighbour', (at) => ({ origin: at(0), content: { text: 'x' } })],
  ['a right neighbour', (at) => ({ right: at(1), content: { text: 'x' } })],
])('a character cut in two by %s is refused', (_what, make) => {
  const { world } = scene('👍bc');
  refused(
    world,
    frame(
      MALLORY,
      0,
      make((index) => unitAt(titleOf(world.doc), index)),
    ),
    'split-character',
  );
});

test('a character cut in two by a delete is refused', () => {
  const { world } = scene('👍bc');
  const [client, clock] = unitAt(titleOf(world.doc), 0);
  refused(world, craft({ deletes: [{ client, ranges: [[clock, 1]] }] }), 'split-character');
  refused(world, craft({ deletes: [{ client, ranges: [[clock + 1, 2]] }] }), 'split-character');
  passes(world, craft({ deletes: [{ client, ranges: [[clock, 2]] }] }));
});

test('a character cut in two by a struct that is known already is refused, which Yjs would do without telling anyone', () => {
  const { world } = scene('👍bc');
  const [client, clock] = unitAt(titleOf(world.doc), 3);
  passes(world, frame(MALLORY, 0, { origin: [client, clock], content: { text: 'x' } }), 'mallory');
  refused(
    world,
    frame(MALLORY, 0, { origin: [client, clock - 3], content: { text: 'x' } }, { origin: [MALLORY, 0], content: { text: 'y' } }),
    'split-character',
  );
});

test('conflict bomb: words without a left neighbour, scattered in front of others, are refused before they cost seconds', () => {
  const { world, title } = scene('');
  const backwards = Array.from({ length: 899 }, (_, at) => ({ right: [MALLORY, at] as const, content: { text: 'x' } }));
  passes(world, frame(MALLORY, 0, { parent: title, content: { text: 'x' } }, ...backwards), 'mallory');
  const bomb = Array.from({ length: 1_000 }, (_, at) => ({ right: [MALLORY, (at * 7_919) % 900] as const, content: { text: 'b' } }));
  expect(refusalOf(world, frame(667, 0, ...bomb))).toBe('too-much-work');
});

test('conflict bomb: a merge that has to pass thousands of words at one place thousands of times is refused', () => {
  const { world, title } = scene();
  const heap = (client: number) => frame(client, 0, ...Array.from({ length: 15_000 }, () => ({ parent: title, content: { text: 'a' } })));
  passes(world, heap(699), 'mallory', MERGE_LIMITS);
  refused(world, heap(700), 'too-much-work', 'mallory', MERGE_LIMITS);
});

test('conflict bomb: what was prepared in many small frames is refused where it would go off', () => {
  const { world, title } = scene();
  for (let client = 2_000; client < 2_012; client++) {
    const structs = Array.from({ length: 900 }, () => ({ parent: title, content: { text: 'x' } }));
    if (!world.check('mallory', frame(client, 0, ...structs)).ok) break;
    Y.applyUpdate(world.doc, frame(client, 0, ...structs));
  }
  const fuse = Array.from({ length: 900 }, () => ({ parent: title, content: { text: 'y' } }));
  expect(world.check('mallory', frame(9_999, 0, ...fuse))).toMatchObject({ ok: false, code: 'too-much-work' });
});

test('deletes that run backwards are refused', () => {
  const [client, clock] = scene().title;
  refused(
    scene().world,
    craft({
      deletes: [
        {
          client,
          ranges: [
            [clock + 4, 1],
            [clock + 2, 1],
          ],
        },
      ],
    }),
    'delete-order',
  );
  refused(
    scene().world,
    craft({
      deletes: [
        {
          client,
          ranges: [
            [clock + 1, 3],
            [clock + 2, 1],
          ],
        },
      ],
    }),
    'delete-order',
  );
});

test('32,000 deletes of one letter each are refused live', () => {
  const ranges = Array.from({ length: 32_000 }, (_, at) => [at * 2, 1] as const);
  refused(scene().world, craft({ deletes: [{ client: 1, ranges }] }), 'too-big');
  refused(scene().world, craft({ deletes: [{ client: 1, ranges: ranges.slice(0, 5_000) }] }), 'too-many-deletes');
});

test('cutting a long text to pieces in front of a long history is paid for before it is applied', () => {
  const { world, title } = scene('x'.repeat(4_000));
  const letters = (count: number) =>
    craft({ deletes: [{ client: 1, ranges: Array.from({ length: count }, (_, at) => [title[1] + 1 + at * 2, 1] as const) }] });
  world.seed((doc) => {
    for (let at = 0; at < 20_000; at++) wordsOf(doc).insert(0, at % 2 === 0 ? 'y' : 'z');
  });
  expect(refusalOf(world, letters(1_900))).toBe('too-much-work');
  expect(passes(world, letters(100)).deleted).toBe(100);
});

test('nine bytes that delete a whole text pass for an editor, who could do it by hand, and say how much is gone', () => {
  const { world } = scene('x'.repeat(5_000));
  const [client, clock] = unitAt(titleOf(world.doc), 0);
  const all = craft({ deletes: [{ client, ranges: [[clock, 5_000]] }] });
  expect(all.length).toBeLessThanOrEqual(9);
  expect(passes(world, all).deleted).toBe(5_000);
});

test('deleting more than policy allows at once is refused', () => {
  const { world } = scene('x'.repeat(5_000));
  const [client, clock] = unitAt(titleOf(world.doc), 0);
  refused(world, craft({ deletes: [{ client, ranges: [[clock, 5_000]] }] }), 'mass-delete', 'mallory', { ...LIVE_LIMITS, deletedUnits: 1_000 });
});

test('replacing a text counts all its words as deleted', () => {
  const { world, card } = scene('x'.repeat(300));
  const over = frame(MALLORY, 0, { origin: [card[0], card[1] + 3], content: { type: 2 } });
  expect(passes(world, over, 'mallory')).toMatchObject({ deleted: 301, structs: 1 });
});

test('deleting all of a formatted text cut to pieces passes as one update: nobody tidies behind it', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const pieces = doing(amina, (doc) => doc.transact(() => cutToPieces(wordsOf(doc), 6_000)));
  Y.applyUpdate(world.doc, pieces);
  const all = doing(amina, (doc) => wordsOf(doc).delete(0, wordsOf(doc).length));
  expect(world.check('amina', all).ok).toBe(true);
  expect(whatIsEmitted(world.doc, () => Y.applyUpdate(world.doc, all))).toHaveLength(1);
});

function refusalOf(world: ReturnType<typeof scene>['world'], update: Uint8Array): string {
  const verdict = world.check('mallory', update);
  return verdict.ok ? 'passed' : verdict.code;
}

/** Words typed backwards, so that no two of them merge, under one mark. */
function cutToPieces(words: Y.XmlText, count: number): void {
  words.insert(0, 'b', { bold: {} });
  for (let at = 0; at < count; at++) words.insert(0, at % 2 === 0 ? 'x' : 'y');
}

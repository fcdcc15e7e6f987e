/** Attacks on who wrote what: other people's client ids, gaps, clocks nobody can count on, writing before others write. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readerRules } from '#server/boards/gate/board-rules.ts';
import { checkUpdate } from '#server/boards/gate/gate.ts';
import { LIVE_LIMITS, MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { craft, frame } from './craft.ts';
import { AMINA, copyOf, doing, MALLORY, passes, refused, scene, titleOf, unitAt } from './scene.ts';
import { docFrom } from './world.ts';

test('poison: removed structs of enormous length are refused, and the board can still be loaded', () => {
  const { world } = scene();
  refused(world, frame(MALLORY, 0, ...Array.from({ length: 10 }, () => ({ gc: 2 ** 53 - 1 }))), 'clock');
  expect(titleOf(docFrom(Y.encodeStateAsUpdate(world.doc))).toString()).toBe('abcdef');
});

test('clocks that only add up to too much are refused', () => {
  refused(scene().world, frame(MALLORY, 0, { gc: 2 ** 30 }, { gc: 2 ** 30 }, { gc: 1 }), 'clock');
});

test('using up clocks by the hundred thousand is refused', () => {
  refused(scene().world, frame(MALLORY, 0, { gc: LIVE_LIMITS.clockAdvance + 1 }), 'clock-advance');
});

test('silence: a removed struct under the client id of someone else is refused, so their words still count', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  passes(
    world,
    doing(amina, (doc) => titleOf(doc).insert(0, 'A')),
  );
  refused(world, frame(AMINA, 1, { gc: 1_000_000_000 }), 'client-not-yours');
  refused(world, frame(AMINA, 1, { gc: 1_000 }), 'client-not-yours');
  passes(
    world,
    doing(amina, (doc) => titleOf(doc).insert(1, 'B')),
  );
  expect(titleOf(world.doc).toString()).toBe('ABabcdef');
});

test('writing under the client id of someone else is refused', () => {
  const { world, title } = scene();
  passes(world, frame(AMINA, 0, { parent: title, content: { text: 'mine' } }));
  refused(world, frame(AMINA, 4, { origin: [AMINA, 3], content: { text: 'not mine' } }), 'client-not-yours');
});

test('writing under the client id of the server is refused', () => {
  const { world, title } = scene();
  refused(world, frame(1, Y.getState(world.doc.store, 1), { parent: title, content: { text: 'official' } }), 'client-not-yours');
});

test('a client id that is bound but has not written yet is still taken', () => {
  const { world, title } = scene();
  world.bindings.set(4_242, 'amina');
  refused(world, frame(4_242, 0, { parent: title, content: { text: 'x' } }), 'client-not-yours');
});

test('one person cannot bind more client ids than the board allows', () => {
  const { world, title } = scene();
  world.maxClients = 2;
  passes(world, frame(10, 0, { parent: title, content: { text: 'x' } }));
  passes(world, frame(11, 0, { parent: title, content: { text: 'x' } }));
  refused(world, frame(12, 0, { parent: title, content: { text: 'x' } }), 'client-not-yours', 'amina');
});

test('a frame full of new client ids is refused', () => {
  const { world } = scene();
  const sections = Array.from({ length: LIVE_LIMITS.newClients + 1 }, (_, at) => ({ client: 900 + at, clock: 0, structs: [{ gc: 1 }] }));
  refused(world, craft({ sections }), 'too-many-clients');
});

test('two hundred client ids of one person in one offline merge pass', () => {
  const { world } = scene();
  const sections = Array.from({ length: 200 }, (_, at) => ({ client: 900 + at, clock: 0, structs: [{ gc: 1 }] }));
  expect(passes(world, craft({ sections }), 'amina', MERGE_LIMITS).newClients).toHaveLength(200);
});

test('a gap before the first struct is refused, so nothing is ever left waiting', () => {
  const { world, title } = scene();
  for (const clock of [1, 5, 1_000_000]) refused(world, frame(MALLORY, clock, { parent: title, content: { text: 'x' } }), 'gap');
});

test('two thousand frames with gaps leave nothing behind', () => {
  const { world, title } = scene();
  for (let clock = 2; clock < 2_000; clock++) world.receive('mallory', frame(MALLORY, clock, { parent: title, content: { text: 'x' } }));
  expect(world.doc.store.pendingStructs).toBeNull();
  expect(Y.encodeStateAsUpdate(world.doc)).toEqual(Y.encodeStateAsUpdate(docFrom(...world.log)));
});

test('a struct beside a unit that is not written yet is refused', () => {
  refused(scene().world, frame(MALLORY, 0, { origin: [AMINA, 3], content: { text: 'x' } }), 'missing-reference');
  refused(scene().world, frame(MALLORY, 0, { right: [1, 5_000], content: { text: 'x' } }), 'missing-reference');
});

test('a struct inside a type that is not there is refused', () => {
  refused(scene().world, frame(MALLORY, 0, { parent: [AMINA, 0], content: { text: 'x' } }), 'missing-reference');
});

test('a struct beside itself is refused, which would stop Yjs halfway', () => {
  const { world, title } = scene();
  refused(
    world,
    frame(MALLORY, 0, { parent: title, content: { text: 'first' } }, { origin: [MALLORY, 5], content: { text: 'x' } }),
    'missing-reference',
  );
});

test('a struct beside a later one of its own client id is refused', () => {
  const { world, title } = scene();
  refused(world, frame(MALLORY, 0, { origin: [MALLORY, 1], content: { text: 'x' } }, { parent: title, content: { text: 'y' } }), 'missing-reference');
});

test('sections that wait for each other are refused', () => {
  const sections = [
    { client: 10, clock: 0, structs: [{ origin: [11, 0] as const, content: { text: 'x' } }] },
    { client: 11, clock: 0, structs: [{ origin: [10, 0] as const, content: { text: 'y' } }] },
  ];
  refused(scene().world, craft({ sections }), 'cycle');
});

test('sections that wait for each other only through what comes before are refused', () => {
  const { world, title } = scene();
  const sections = [
    {
      client: 10,
      clock: 0,
      structs: [
        { origin: [11, 1] as const, content: { text: 'x' } },
        { parent: title, content: { text: 'z' } },
      ],
    },
    {
      client: 11,
      clock: 0,
      structs: [
        { origin: [10, 1] as const, content: { text: 'y' } },
        { parent: title, content: { text: 'w' } },
      ],
    },
  ];
  refused(world, craft({ sections }), 'cycle');
});

test('pre-delete: deleting what someone will write is refused', () => {
  const { world, title } = scene();
  passes(world, frame(AMINA, 0, { parent: title, content: { text: 'now' } }));
  refused(world, craft({ deletes: [{ client: AMINA, ranges: [[3, 100]] }] }), 'future-delete');
  refused(world, craft({ deletes: [{ client: AMINA, ranges: [[2, 2]] }] }), 'future-delete');
  refused(world, craft({ deletes: [{ client: 31_337, ranges: [[0, 1]] }] }), 'future-delete');
});

test('saying other words under clocks already used changes nothing', () => {
  const { world, title } = scene();
  passes(world, frame(AMINA, 0, { parent: title, content: { text: 'yes' } }));
  const again = passes(world, frame(AMINA, 0, { parent: title, content: { text: 'not' } }));
  expect(again.noop).toBe(true);
  expect(titleOf(world.doc).toString()).toContain('yes');
});

test('words that continue a known struct in another list are refused', () => {
  const { world, title, words } = scene();
  passes(world, frame(AMINA, 0, { parent: title, content: { text: 'yes' } }));
  refused(world, frame(AMINA, 0, { parent: words, content: { text: 'yesterday' } }), 'overlap', 'amina');
  const longer = passes(world, frame(AMINA, 0, { parent: title, content: { text: 'yesterday' } }));
  expect(longer).toMatchObject({ unusual: true, structs: 1 });
});

test('a document that waits for something takes nothing in', () => {
  const { world, title } = scene();
  Y.applyUpdate(world.doc, frame(AMINA, 7, { parent: title, content: { text: 'x' } }));
  expect(world.check('mallory', Uint8Array.from([0, 0]))).toMatchObject({ code: 'board-not-ready' });
});

test.each([
  ['words', () => frame(MALLORY, 0, { parent: scene().title, content: { text: 'x' } })],
  ['a removed struct, which only uses up a clock', () => frame(MALLORY, 0, { gc: 1 })],
  [
    'a delete',
    () => craft({ deletes: [{ client: 1, ranges: [[...unitAt(titleOf(scene().world.doc), 2)].slice(1).concat(1) as [number, number]] }] }),
  ],
  ['a new card', () => frame(MALLORY, 0, { parent: 'elements', key: 'brandnewcard1', content: { type: 1 } })],
])('a member who may read or only comment sends %s in vain', (_what, make) => {
  const { world } = scene();
  expect(checkUpdate(world.doc, make(), readerRules())).toMatchObject({ ok: false, code: 'read-only' });
});

test('a member who may only read still gets an answer to what changes nothing', () => {
  const { world } = scene();
  expect(checkUpdate(world.doc, Y.encodeStateAsUpdate(world.doc), readerRules())).toMatchObject({ ok: true, noop: true });
});

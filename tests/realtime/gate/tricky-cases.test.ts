/** Honest work that looks odd, and work that is refused for a reason: the tricky cases of a board with many devices. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { MERGE_LIMITS } from '#server/boards/gate/limits.ts';
import { describeDoc } from '#server/boards/gate/structure.ts';
import { dryRun } from '#server/boards/gate/dry-run.ts';
import { frame } from './craft.ts';
import { AMINA, CARD, copyOf, doing, MALLORY, passes, refused, scene, titleOf, unitAt, wordsOf } from './scene.ts';
import { docFrom, newBoardDoc, World } from './world.ts';

test('a server restored from an older copy refuses what peers remember of others, until the epoch makes them fork', () => {
  const { world, title } = scene();
  const older = Y.encodeStateAsUpdate(world.doc);
  passes(world, frame(AMINA, 0, { parent: title, content: { text: 'since the copy' } }));
  const ruth = copyOf(world, 78);
  const restored = new World();
  Y.applyUpdate(restored.doc, older);
  restored.bindings.set(AMINA, 'amina');
  const verdict = restored.check('ruth', Y.encodeStateAsUpdate(ruth), MERGE_LIMITS);
  expect(verdict).toMatchObject({ ok: false, code: 'client-not-yours' });
});

test('a second tab of one person uploads what the first one wrote offline', () => {
  const { world } = scene();
  const first = copyOf(world, AMINA);
  doing(first, (doc) => titleOf(doc).insert(0, 'offline '));
  const second = docFrom(Y.encodeStateAsUpdate(first));
  second.clientID = AMINA + 1;
  doing(second, (doc) => titleOf(doc).insert(0, 'still '));
  const upload = Y.encodeStateAsUpdate(second, Y.encodeStateVector(world.doc));
  expect(new Set(passes(world, upload, 'amina', MERGE_LIMITS).newClients)).toEqual(new Set([AMINA, AMINA + 1]));
  expect(titleOf(world.doc).toString()).toBe('still offline abcdef');
  expect(passes(world, Y.encodeStateAsUpdate(first, Y.encodeStateVector(copyOf(scene().world, 1))), 'amina', MERGE_LIMITS).noop).toBe(true);
});

test('on a shared tablet nobody uploads under their name what someone else wrote before', () => {
  const { world } = scene();
  const tablet = copyOf(world, AMINA);
  passes(
    world,
    doing(tablet, (doc) => titleOf(doc).insert(0, 'A')),
  );
  doing(tablet, (doc) => titleOf(doc).insert(1, 'MINA'));
  refused(world, Y.encodeStateAsUpdate(tablet, Y.encodeStateVector(world.doc)), 'client-not-yours', 'joe', MERGE_LIMITS);
});

test('two people who happen on the same client id: the second is told, and nothing is lost in silence', () => {
  const { world } = scene();
  const [amina, ruth] = [copyOf(world, 5), copyOf(world, 5)];
  passes(
    world,
    doing(amina, (doc) => titleOf(doc).insert(0, 'amina ')),
  );
  refused(
    world,
    doing(ruth, (doc) => titleOf(doc).insert(0, 'ruth writes longer ')),
    'client-not-yours',
    'ruth',
  );
});

test('undoing what someone else removed writes under the client id of the one who undoes', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const undo = new Y.UndoManager(titleOf(amina));
  passes(
    world,
    doing(amina, (doc) => titleOf(doc).delete(0, 3)),
  );
  expect(
    passes(
      world,
      doing(amina, () => undo.undo()),
    ).clients,
  ).toEqual([AMINA]);
  expect(titleOf(world.doc).toString()).toBe('abcdef');
});

test('a handshake that brings the whole delete set again changes nothing', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  passes(
    world,
    doing(amina, (doc) => titleOf(doc).delete(1, 3)),
  );
  expect(passes(world, Y.encodeStateAsUpdate(amina, Y.encodeStateVector(world.doc)))).toMatchObject({ noop: true, deleted: 0 });
});

test('an editor may delete the words of others', () => {
  const { world } = scene();
  passes(
    world,
    doing(copyOf(world, AMINA), (doc) => titleOf(doc).insert(0, 'hers ')),
  );
  expect(
    passes(
      world,
      doing(copyOf(world, 78), (doc) => titleOf(doc).delete(0, 5)),
      'ruth',
    ),
  ).toMatchObject({ deleted: 5, clients: [], elements: new Set([CARD]) });
});

test('setting a field without a delete set still counts what it pushes out', () => {
  const { world, card } = scene();
  const [client, clock] = card;
  expect(passes(world, frame(AMINA, 0, { origin: [client, clock + 2], content: { any: ['asked'] } }))).toMatchObject({ deleted: 1, structs: 1 });
});

test('of two values set at once one is kept, and the gate says so for both', () => {
  const { world } = scene();
  const [low, high] = [copyOf(world, 10), copyOf(world, 20)];
  const set = (doc: Y.Doc, value: string) => {
    const card = doc.getMap('elements').get(CARD);
    if (card instanceof Y.Map) card.set('state', value);
  };
  passes(
    world,
    doing(high, (doc) => set(doc, 'high')),
    'ruth',
  );
  expect(
    passes(
      world,
      doing(low, (doc) => set(doc, 'low')),
    ),
  ).toMatchObject({ deleted: 0, elements: new Set([CARD]) });
});

test('a value pushed out of a list that is removed in the same frame is counted once', () => {
  const { world } = scene();
  world.seed((doc) => {
    const list = new Y.XmlElement('orderedList');
    doc.getXmlFragment('purpose').insert(0, [list]);
  });
  const [low, high] = [copyOf(world, 10), copyOf(world, 20)];
  const setStart = (doc: Y.Doc, start: number): void => {
    const list = doc.getXmlFragment('purpose').get(0);
    // As y-tiptap writes it, whose types know words only.
    if (list instanceof Y.XmlElement) list.setAttribute('start', start as unknown as string);
  };
  const theirs = doing(low, (doc) => setStart(doc, 3));
  const hers = doing(high, (doc) => {
    setStart(doc, 5);
    doc.getXmlFragment('purpose').delete(0, 1);
  });
  passes(world, theirs, 'ruth');
  expect(passes(world, hers)).toMatchObject({ deleted: 2 });
});

test('words beside a neighbour whose paragraph is gone leave nothing but their clock', () => {
  const { world } = scene();
  const [amina, ruth] = [copyOf(world, AMINA), copyOf(world, 78)];
  const late = doing(ruth, (doc) => wordsOf(doc).insert(4, 'late'));
  passes(
    world,
    doing(amina, (doc) => doc.getXmlFragment('purpose').delete(0, 1)),
  );
  expect(passes(world, late, 'ruth')).toMatchObject({ structs: 1, roots: new Set(), elements: new Set(), noop: false, clients: [78] });
});

test('removed structs of a text that came and went offline pass, within the allowance', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const offline = doing(amina, (doc) => {
    const paragraph = new Y.XmlElement('paragraph');
    doc.getXmlFragment('purpose').push([paragraph]);
    paragraph.push([new Y.XmlText('never mind')]);
    doc.getXmlFragment('purpose').delete(1, 1);
  });
  passes(world, Y.encodeStateAsUpdate(amina, Y.encodeStateVector(world.doc)));
  expect(passes(world, offline).noop).toBe(true);
});

test('formatting that meets is tidied by no copy by itself: a frame in, an update out, and everybody has the same', () => {
  const { world } = scene();
  const [amina, ruth] = [copyOf(world, AMINA), copyOf(world, 78)];
  const bold = doing(amina, (doc) => wordsOf(doc).format(0, 8, { bold: {} }));
  const again = doing(ruth, (doc) => wordsOf(doc).format(0, 8, { bold: {} }));
  const emitted = [world.receive('amina', bold).emitted, world.receive('ruth', again).emitted].flat();
  expect(emitted).toHaveLength(2);
  const follower = copyOf(scene().world, 99);
  for (const update of emitted) Y.applyUpdate(follower, update);
  expect(describeDoc(follower)).toBe(describeDoc(world.doc));
});

test('the plain words of a text typed and deleted offline, which undo keeps, never leave the server', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const undo = new Y.UndoManager(titleOf(amina));
  const upload = doing(amina, (doc) => {
    titleOf(doc).insert(0, 'SECRET');
    titleOf(doc).delete(0, 6);
  });
  const whole = Y.encodeStateAsUpdate(amina, Y.encodeStateVector(world.doc));
  expect(undo.undoStack.length).toBeGreaterThan(0);
  expect([upload, whole].some(holdsSecret)).toBe(true);
  const { verdict, emitted } = world.receive('amina', whole);
  expect(verdict.ok).toBe(true);
  expect([...emitted, Y.encodeStateAsUpdate(world.doc)].some(holdsSecret)).toBe(false);
});

test('old values of a field, kept for undo and merged into one struct, pass', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const card = amina.getMap('elements').get(CARD);
  if (!(card instanceof Y.Map)) throw new Error('no card');
  const undo = new Y.UndoManager(card);
  for (const state of ['one', 'two', 'three', 'four']) amina.transact(() => card.set('state', state), null);
  expect(undo.undoStack.length).toBeGreaterThan(0);
  const upload = Y.encodeStateAsUpdate(amina, Y.encodeStateVector(world.doc));
  const runs = Y.decodeUpdate(upload).structs.filter((struct) => struct.length > 1);
  expect(runs.length).toBeGreaterThan(0);
  passes(world, upload);
});

test('two client ids of one person that build on each other both ways pass in one merge', () => {
  const { world } = scene();
  const [first, second] = [copyOf(world, 30), copyOf(world, 31)];
  const exchange = (from: Y.Doc, to: Y.Doc) => Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
  for (const [doc, other] of [
    [first, second],
    [second, first],
    [first, second],
    [second, first],
  ] as const) {
    titleOf(doc).insert(titleOf(doc).length - 2, `${doc.clientID} `);
    exchange(doc, other);
  }
  const upload = Y.encodeStateAsUpdate(first, Y.encodeStateVector(world.doc));
  expect(passes(world, upload, 'amina', MERGE_LIMITS).clients).toHaveLength(2);
  expect(describeDoc(world.doc)).toBe(describeDoc(first));
});

test('a text set anew over an old one counts all that was in the old one, and is seen as one card', () => {
  const { world } = scene();
  const renewed = doing(copyOf(world, AMINA), (doc) => {
    const card = doc.getMap('elements').get(CARD);
    if (card instanceof Y.Map) card.set('title', new Y.Text('new'));
  });
  expect(passes(world, renewed)).toMatchObject({ deleted: 7, elements: new Set([CARD]) });
});

test('frames sent twice, or again in a merge, change nothing', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const one = doing(amina, (doc) => titleOf(doc).insert(0, 'one '));
  const two = doing(amina, (doc) => titleOf(doc).insert(4, 'two '));
  passes(world, one);
  expect(passes(world, one).noop).toBe(true);
  expect(passes(world, Y.mergeUpdates([one, two])).noop).toBe(false);
  expect(passes(world, Y.mergeUpdates([one, two])).noop).toBe(true);
  expect(titleOf(world.doc).toString()).toBe('one two abcdef');
});

test('words continued where the server already has the beginning pass, and ask for a dry run', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const before = Y.encodeStateVector(amina);
  passes(
    world,
    doing(amina, (doc) => titleOf(doc).insert(6, 'be')),
  );
  doing(amina, (doc) => titleOf(doc).insert(8, 'gin'));
  const whole = Y.encodeStateAsUpdate(amina, before);
  expect(passes(world, whole)).toMatchObject({ structs: 1, unusual: true });
  expect(titleOf(world.doc).toString()).toBe('abcdefbegin');
});

test('an update that only claims an empty document passes as a noop', () => {
  expect(passes(scene().world, Y.encodeStateAsUpdate(newBoardDoc()))).toMatchObject({ noop: true });
});

test('the dry run lets an honest merge pass', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  const merge = doing(amina, (doc) => titleOf(doc).insert(3, 'fine'));
  expect(dryRun(Y.encodeStateAsUpdate(world.doc), merge)).toEqual({ ok: true });
});

test.each<[string, (at: (index: number) => readonly [number, number]) => Uint8Array]>([
  ['throws', () => Uint8Array.from([1, 9])],
  ['pending', () => frame(MALLORY, 5, { gc: 1 })],
  ['new-root', () => frame(MALLORY, 0, { parent: 'other', content: { text: 'x' } })],
  ['diverges', (at) => frame(MALLORY, 0, { origin: at(4), right: at(1), content: { text: 'Z' } })],
])('the dry run says what is wrong: %s', (why, make) => {
  const { world } = scene();
  const update = make((index) => unitAt(titleOf(world.doc), index));
  expect(dryRun(Y.encodeStateAsUpdate(world.doc), update)).toEqual({ ok: false, why });
});

function holdsSecret(update: Uint8Array): boolean {
  return Buffer.from(update).includes('SECRET');
}

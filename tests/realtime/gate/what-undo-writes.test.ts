/** What Yjs writes when undo puts something back into a type that came back itself: odd, honest, and read alike by all. */
import { expect, test } from 'vitest';
import { frame, types } from './craft.ts';
import { MALLORY, passes, scene, titleOf, unitAt } from './scene.ts';

test('what undo writes when it puts back a removed type passes where it is harmless: one node named as both neighbours', () => {
  const { world, paragraph } = scene();
  const quote = { type: types.xmlElement, name: 'blockquote' };
  passes(world, frame(MALLORY, 0, { origin: paragraph, content: quote }), 'mallory');
  passes(world, frame(MALLORY, 1, { origin: paragraph, right: paragraph, content: quote }), 'mallory');
  expect(world.doc.getXmlFragment('purpose').length).toBe(3);
});

test('what undo writes into a type it put back passes where Yjs stops looking before what its right neighbour was put behind', () => {
  const { world } = scene();
  const [a, b, c] = [0, 1, 2].map((index) => unitAt(titleOf(world.doc), index));
  passes(world, frame(MALLORY, 0, { origin: a, right: b, content: { text: 'X' } }), 'mallory');
  // `c` was put behind `b`, which stands between each of the next two and `c`; but `b` was put behind `a`, and there the walk ends.
  passes(world, frame(MALLORY, 1, { origin: [MALLORY, 0], right: c, content: { text: 'Y' } }), 'mallory');
  passes(world, frame(MALLORY, 2, { origin: [MALLORY, 1], right: c, content: { text: 'Z' } }), 'mallory');
  expect(titleOf(world.doc).toString()).toBe('aXYZbcdef');
});

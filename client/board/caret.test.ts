import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { caretAfterDelta, caretBetween, endOfDelta } from './caret.ts';

test('a caret stays beside its letter, whatever others write and take away around it', () => {
  const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 4 }), insert: fc.string({ maxLength: 4 }) });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20 }), fc.nat(), edit, (start, where, { at, remove, insert }) => {
      const text = new Y.Doc().getText('t');
      text.insert(0, start);
      const caret = where % (start.length + 1);
      const place = Y.createRelativePositionFromTypeIndex(text, caret, -1);
      let moved = caret;
      text.observe((event) => (moved = caretAfterDelta(caret, event.delta)));
      text.doc?.transact(() => {
        const from = at % (start.length + 1);
        text.delete(from, Math.min(remove, start.length - from));
        text.insert(from, insert);
      });
      const wanted = text.doc === null ? null : Y.createAbsolutePositionFromRelativePosition(place, text.doc);
      expect(moved).toBeGreaterThanOrEqual(0);
      expect(moved).toBeLessThanOrEqual(text.length);
      // Where the letters around the caret were taken away and others put in their place, either edge will do.
      const [from, to] = [at % (start.length + 1), (at % (start.length + 1)) + insert.length];
      if (wanted !== null && (wanted.index < from || wanted.index > to)) expect(moved).toBe(wanted.index);
    }),
    { numRuns: 500 },
  );
});

test('a change ends after what came in, or where something went', () => {
  expect(endOfDelta([{ retain: 3 }, { insert: 'abc' }])).toBe(6);
  expect(endOfDelta([{ retain: 3 }, { delete: 2 }])).toBe(3);
});

test.each([
  ['what comes in before it pushes it on', 4, 'tea and milk', 'hot tea and milk', 8],
  ['what goes before it pulls it back', 8, 'hot tea and milk', 'tea and milk', 4],
  ['what happens behind it does not matter', 3, 'tea and milk', 'tea, please', 3],
  ['inside what was replaced it goes behind the new words', 5, 'tea and milk', 'tea or milk', 6],
])('a caret known by its texts only: %s', (_, caret, from, to, wanted) => {
  expect(caretBetween(caret, from, to)).toBe(wanted);
});

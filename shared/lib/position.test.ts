import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionBetween, positionPattern, positionsBetween } from './position.ts';

test('a position fits between any two neighbours, however they came about', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 300 }), (choices) => {
      const list: string[] = [];
      for (const choice of choices) {
        const at = choice % (list.length + 1);
        list.splice(at, 0, positionBetween(list[at - 1] ?? null, list[at] ?? null));
      }
      expect([...list].sort()).toEqual(list);
      expect(new Set(list).size).toBe(list.length);
      for (const position of list) expect(position).toMatch(positionPattern);
    }),
  );
});

test('appending a thousand times keeps positions short', () => {
  const last = positionsBetween(null, null, 1000).at(-1) ?? '';
  expect(last.length).toBeLessThan(40);
});

test('a pair out of order is refused', () => {
  expect(() => positionBetween('b', 'a')).toThrow(RangeError);
  expect(() => positionBetween('a', 'a')).toThrow(RangeError);
});

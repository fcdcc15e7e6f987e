import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf, type Tie } from '../../analysis/leadership/network.ts';
import { bandsOf, pictureOf } from './picture.ts';

const people = ['p0', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6'];
const ties: fc.Arbitrary<Tie[]> = fc.array(fc.record({ from: fc.constantFrom(...people), to: fc.constantFrom(...people) }), { maxLength: 20 });
const drawn = (list: readonly Tie[], order: readonly string[] = people) => pictureOf(networkOf(order, list, true));
const degreesOf = ({ dots, lines }: ReturnType<typeof pictureOf>) =>
  Array.from({ length: dots }, (_, dot) => lines.filter(({ a, b }) => a === dot || b === dot).length);

test('a line is thick when both built on each other', () => {
  const { lines } = drawn([
    { from: 'p1', to: 'p0' },
    { from: 'p0', to: 'p1' },
    { from: 'p2', to: 'p0' },
  ]);
  expect(lines.filter(({ both }) => both)).toHaveLength(1);
  expect(lines).toHaveLength(2);
});

test('a star looks the same whoever is in its middle', () => {
  const star = (middle: string) => drawn(people.flatMap((from) => (from === middle ? [] : { from, to: middle })));
  for (const middle of people) expect(star(middle)).toEqual(star('p0'));
});

test('the best connected come first, and no line is lost or doubled', () => {
  fc.assert(
    fc.property(ties, fc.shuffledSubarray(people, { minLength: people.length }), (list, order) => {
      const picture = drawn(list, order);
      const degrees = degreesOf(picture);
      expect(degrees).toEqual(degrees.toSorted((a, b) => b - a));
      expect(degrees).toEqual(degreesOf(drawn(list)));
      const pairs = new Set(list.filter(({ from, to }) => from !== to).map(({ from, to }) => [from, to].toSorted().join()));
      expect(picture.lines).toHaveLength(pairs.size);
    }),
  );
});

test('the table counts every dot once', () => {
  fc.assert(fc.property(ties, (list) => bandsOf(drawn(list)).reduce((sum, { people: count }) => sum + count, 0) === people.length));
  expect(bandsOf(drawn([{ from: 'p0', to: 'p1' }]))).toEqual([
    { from: 0, to: 0, people: 5 },
    { from: 1, to: 2, people: 2 },
    { from: 3, to: 5, people: 0 },
    { from: 6, to: null, people: 0 },
  ]);
});

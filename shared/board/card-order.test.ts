import fc from 'fast-check';
import { expect, test } from 'vitest';
import { positionPattern } from '../lib/position.ts';
import { placesFor, type Placed } from './card-order.ts';
import { byPlace } from './read-board.ts';

const ids = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'];
const board = fc
  .array(fc.constantFrom('1', '5', 'V', 'Va', 'z'), { minLength: 6, maxLength: 6 })
  .map((positions) => ids.map((id, nth) => ({ id, position: positions[nth] ?? 'V' })).sort(byPlace));

test('[B20] a card ends up exactly where it was put, whatever ties there are, and nothing else changes its order', () => {
  fc.assert(
    fc.property(board, fc.nat(5), fc.option(fc.nat(5), { nil: null }), (placed, which, nth) => {
      const id = ids[which] ?? 'c0';
      const others = placed.filter((card) => card.id !== id);
      const before = nth === null ? null : (others[nth % others.length]?.id ?? null);
      const after = before === null ? (others[0]?.id ?? null) : null;
      const moved = order(placed, id, before, after);
      const wished = others.map((card) => card.id);
      wished.splice(before === null ? 0 : wished.indexOf(before) + 1, 0, id);
      expect(moved).toEqual(wished);
    }),
  );
});

test('[B20] three cards put between each other a thousand times keep positions short and the order right', () => {
  let placed: Placed[] = ids.map((id, nth) => ({ id, position: `${nth + 1}` }));
  for (let move = 0; move < 1000; move++) {
    const id = `c${(move % 3) + 2}`;
    const [lower, upper] = placed.map((card) => card.id).filter((one) => ['c2', 'c3', 'c4'].includes(one) && one !== id);
    placed = applied(placed, placesFor(placed, id, { before: lower ?? null, after: upper ?? null }));
    expect(placed.map((card) => card.id)).toEqual(['c0', 'c1', lower, id, upper, 'c5']);
  }
  for (const { position } of placed) {
    expect(position.length).toBeLessThanOrEqual(60);
    expect(position).toMatch(positionPattern);
  }
});

test('a neighbour that is not there is as if none was named', () => {
  const placed = ids.map((id, nth) => ({ id, position: `${nth + 1}` }));
  expect(order(placed, 'c0', 'nobody', null).at(-1)).toBe('c0');
});

function order(placed: readonly Placed[], id: string, before: string | null, after: string | null): string[] {
  return applied(placed, placesFor(placed, id, { before, after })).map((card) => card.id);
}

function applied(placed: readonly Placed[], places: ReadonlyMap<string, string>): Placed[] {
  return placed.map(({ id, position }) => ({ id, position: places.get(id) ?? position })).sort(byPlace);
}

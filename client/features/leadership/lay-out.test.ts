import { expect, test } from 'vitest';
import { layOut } from './lay-out.ts';

const star = Array.from({ length: 8 }, (_, at) => ({ a: 0, b: at + 1 }));
const gap = (one: { x: number; y: number } | undefined, other: { x: number; y: number } | undefined) =>
  Math.hypot((one?.x ?? 0) - (other?.x ?? 0), (one?.y ?? 0) - (other?.y ?? 0));

test('the same lines give the same picture', () => {
  expect(layOut(9, star)).toEqual(layOut(9, star));
});

test('every dot stands inside, and none on another', () => {
  for (const [dots, lines] of [
    [9, star],
    [9, []],
    [200, Array.from({ length: 199 }, (_, at) => ({ a: Math.floor(at / 3), b: at + 1 }))],
  ] as const) {
    const places = layOut(dots, lines);
    expect(places).toHaveLength(dots);
    for (const [at, place] of places.entries()) {
      expect(Math.min(place.x, place.y)).toBeGreaterThanOrEqual(0);
      expect(Math.max(place.x, place.y)).toBeLessThanOrEqual(1);
      for (const other of places.slice(at + 1)) expect(gap(place, other)).toBeGreaterThan(0.005);
    }
  }
});

test('the middle of a star stands in the middle', () => {
  const [middle] = layOut(9, star);
  expect(gap(middle, { x: 0.5, y: 0.5 })).toBeLessThan(0.2);
});

test('tied dots stand nearer than others', () => {
  const places = layOut(6, [
    { a: 0, b: 1 },
    { a: 2, b: 3 },
  ]);
  expect(gap(places[0], places[1])).toBeLessThan(gap(places[4], places[5]));
});

test('one dot, and none, are no trouble', () => {
  expect(layOut(1, [])).toEqual([{ x: 0.5, y: 0.5 }]);
  expect(layOut(0, [])).toEqual([]);
});

import { expect, test } from 'vitest';
import { FoldWaits } from './fold-waits.ts';

const minutes = (count: number): Date => new Date(Date.UTC(2027, 5, 12, 9) + count * 60_000);

test('[B32] a fold that fails waits twice as long each time, up to an hour, and from the start again once one is kept', () => {
  const waits = new FoldWaits();
  expect(waits.isWaiting('board', minutes(0))).toBe(false);
  const waited = [...Array(9).keys()].map(() => waits.failed('board', minutes(0)) / 60_000);
  expect(waited).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
  waits.kept('board');
  expect(waits.isWaiting('board', minutes(0))).toBe(false);
  expect(waits.failed('board', minutes(0))).toBe(60_000);
});

test('[B32] it waits until then and no longer, and no other board waits', () => {
  const waits = new FoldWaits();
  waits.failed('board', minutes(5));
  expect([5, 5.99, 6].map((at) => waits.isWaiting('board', minutes(at)))).toEqual([true, true, false]);
  expect(waits.isWaiting('another', minutes(5))).toBe(false);
});

import { expect, test } from 'vitest';
import { pledgeTotals, sumOf } from './totals.ts';

test('each kind has its line, given is the sum of its ends, and kinds nobody pledged are left out', () => {
  const totals = pledgeTotals([
    { kind: 'space', state: 'given', count: 1 },
    { kind: 'time', state: 'kept', count: 4 },
    { kind: 'time', state: 'could-not', count: 1 },
    { kind: 'time', state: 'given', count: 2 },
    { kind: 'space', state: 'changed', count: 3 },
  ]);
  expect(totals).toEqual([
    { kind: 'time', given: 7, kept: 4, changed: 0, couldNot: 1, open: 2 },
    { kind: 'space', given: 4, kept: 0, changed: 3, couldNot: 0, open: 1 },
  ]);
  expect(sumOf(totals)).toEqual({ given: 11, kept: 4, changed: 3, couldNot: 1, open: 3 });
});

test('nothing pledged is no line', () => {
  expect(pledgeTotals([])).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { medianWait, stillWaiting, type Wait } from './kaplan-meier.ts';

/** "6 9+" is one that ended at 6 and one that had lasted 9 when it was last seen, as textbooks write them. */
const written = (text: string): Wait[] => text.split(' ').map((one) => ({ length: Number.parseFloat(one), ended: !one.endsWith('+') }));
const curve = (text: string) => stillWaiting(written(text)).map(({ length, share }) => [length, Number(share.toFixed(4))]);

describe('figures that are known', () => {
  test('the example of Kaplan and Meier, 1958, page 463', () => {
    const waits = '0.8 1.0+ 2.7+ 3.1 5.4 7.0+ 9.2 12.1+';
    expect(curve(waits)).toEqual([
      [0.8, 0.875],
      [3.1, 0.7],
      [5.4, 0.525],
      [9.2, 0.2625],
    ]);
    expect(medianWait(written(waits))).toBe(9.2);
  });

  // E. J. Freireich and others, "The effect of 6-mercaptopurine on the duration of steroid-induced remissions in acute leukemia", Blood 21, 1963:
  // weeks in remission, the example of most textbooks (Cox and Oakes 1984, table 1.1; Kleinbaum and Klein 2012, chapter 2).
  test('21 people with 6-mercaptopurine: half are still well for 23 weeks', () => {
    const waits = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
    expect(curve(waits)).toEqual([
      [6, 0.8571],
      [7, 0.8067],
      [10, 0.7529],
      [13, 0.6902],
      [16, 0.6275],
      [22, 0.5378],
      [23, 0.4482],
    ]);
    expect(medianWait(written(waits))).toBe(23);
  });

  test('21 people without: half for 8 weeks', () => {
    expect(medianWait(written('1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23'))).toBe(8);
  });
});

test('while fewer than half are over there is no median, and of nothing there is none', () => {
  expect(medianWait(written('1 5+ 6+ 7+'))).toBeNull();
  expect(medianWait([])).toBeNull();
  expect(stillWaiting([])).toEqual([]);
});

test('those last seen when another ended had lasted as long: they count among the waiting', () => {
  expect(curve('4 4+ 4+ 4+')).toEqual([[4, 0.75]]);
});

const waits = fc.array(fc.record({ length: fc.integer({ min: 0, max: 60 }), ended: fc.boolean() }), { minLength: 1, maxLength: 60 });

test('shares fall and stay between 1 and 0; with nothing censored they are plain counting', () => {
  fc.assert(
    fc.property(waits, (list) => {
      const shares = [1, ...stillWaiting(list).map((step) => step.share)];
      for (const [at, share] of shares.entries()) expect(share >= 0 && share <= (shares[at - 1] ?? 1)).toBe(true);
      const over = list.map((wait) => ({ ...wait, ended: true }));
      for (const step of stillWaiting(over))
        expect(step.share).toBeCloseTo(over.filter((wait) => wait.length > step.length).length / over.length, 10);
    }),
  );
});

test('leaving out what still waits never makes the median longer', () => {
  fc.assert(
    fc.property(waits, (list) => {
      const withoutOpen = medianWait(list.filter((wait) => wait.ended));
      const honest = medianWait(list);
      if (honest !== null) expect(withoutOpen).toBeLessThanOrEqual(honest);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { perspective, type Perspective } from '../people/model.ts';
import { type Contributor, perspectiveShares } from './perspective-shares.ts';

const people = (count: number, perspectives: Perspective[], acts = 1): Contributor[] => Array.from({ length: count }, () => ({ perspectives, acts }));
const shownIn = (team: Contributor[]) => (perspectiveShares(team) ?? []).flatMap(({ perspective: one, shares }) => (shares === null ? [] : one));
const someone = fc.record({ perspectives: fc.subarray([...perspective.options]), acts: fc.integer({ min: 0, max: 9 }) });

test('[L5] nothing is split below ten people who acted; silent people do not make it ten', () => {
  expect(perspectiveShares(people(9, ['leading']))).toBeNull();
  expect(perspectiveShares([...people(9, ['leading']), ...people(5, ['receiving'], 0)])).toBeNull();
  expect(perspectiveShares([...people(5, ['leading']), ...people(5, ['receiving'])])).not.toBeNull();
});

test('a bar says what share of the people did what share of the acts', () => {
  const found = perspectiveShares([...people(5, ['receiving'], 3), ...people(15, ['delivering'], 1)]);
  expect(found?.find((one) => one.perspective === 'receiving')?.shares).toEqual({ people: 0.25, acts: 0.5 });
  expect(found?.map((one) => one.perspective)).toEqual([...perspective.options]);
});

test('four people are never a bar, nor what is left beside one', () => {
  expect(shownIn([...people(4, ['receiving']), ...people(8, ['delivering'])])).toEqual([]);
  expect(shownIn([...people(6, ['receiving']), ...people(6, ['delivering'])])).toEqual(['delivering', 'receiving']);
});

test('[L5] two bars that differ by one person are not both shown', () => {
  expect(shownIn([...people(6, ['leading', 'receiving']), ...people(1, ['leading']), ...people(8, ['delivering'])])).toEqual(['receiving']);
});

test('[L5] whatever bars are shown, they cut the people who acted into groups of five or more', () => {
  fc.assert(
    fc.property(fc.array(someone, { maxLength: 45 }), (team) => {
      const shown = shownIn(team);
      const groups = new Map<string, number>();
      for (const { perspectives, acts } of team) {
        const key = shown.map((one) => perspectives.includes(one)).join();
        if (acts > 0) groups.set(key, (groups.get(key) ?? 0) + 1);
      }
      if (shown.length > 0) expect(Math.min(...groups.values())).toBeGreaterThanOrEqual(5);
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchesOf, type Moment, peopleIn, weekMs, weekOf } from './batches.ts';

const monday = Date.parse('2027-03-01T00:00:00Z');
const act = (day: number, person: string): Moment => ({ at: monday + day * 86_400_000, personId: person });
const five = ['a', 'b', 'c', 'd', 'e'];
const acts: fc.Arbitrary<Moment[]> = fc
  .array(fc.tuple(fc.double({ min: 0, max: 120, noNaN: true }), fc.constantFrom(...five, 'f', 'g')), { maxLength: 80 })
  .map((list) => list.map(([day, person]) => act(day, person)));
const later = fc.integer({ min: 0, max: 140 });

test('weeks begin on Monday, in UTC', () => {
  expect(new Date(weekOf(Date.parse('2027-03-07T23:59:59.999Z'))).toISOString()).toBe('2027-03-01T00:00:00.000Z');
  expect(weekOf(monday)).toBe(monday);
  expect(weekOf(monday + weekMs)).toBe(monday + weekMs);
});

test('a week counts once it is over and five people have acted, with the weeks before it', () => {
  const four = five.slice(0, 4).map((person) => act(1, person));
  expect(batchesOf([...four, act(6, 'e')], monday + weekMs - 1)).toEqual([]);
  expect(batchesOf([...four, act(6, 'e')], monday + weekMs)).toEqual([{ from: monday, until: monday + weekMs }]);
  expect(batchesOf([...four, act(6, 'd')], monday + 4 * weekMs)).toEqual([]);
  expect(batchesOf([...four, act(20, 'e')], monday + 4 * weekMs)).toEqual([{ from: monday, until: monday + 3 * weekMs }]);
});

test('every batch holds five people or more, is made of whole weeks, and does not begin before the one before has ended', () => {
  fc.assert(
    fc.property(acts, later, (list, day) => {
      const batches = batchesOf(list, monday + day * 86_400_000);
      for (const [at, batch] of batches.entries()) {
        expect(peopleIn(list, batch)).toBeGreaterThanOrEqual(5);
        expect((batch.until - batch.from) % weekMs).toBe(0);
        expect(batch.until).toBeLessThanOrEqual(monday + day * 86_400_000);
        if (at > 0) expect(batch.from).toBeGreaterThanOrEqual(batches[at - 1]?.until ?? 0);
      }
    }),
  );
});

test('two pictures differ by five people or by nobody: what comes later never changes the batches before it', () => {
  fc.assert(
    fc.property(acts, later, later, (list, one, other) => {
      const [early, late] = [Math.min(one, other), Math.max(one, other)].map((day) => monday + day * 86_400_000);
      const [before, after] = [
        batchesOf(
          list.filter(({ at }) => at < (early ?? 0)),
          early ?? 0,
        ),
        batchesOf(
          list.filter(({ at }) => at < (late ?? 0)),
          late ?? 0,
        ),
      ];
      expect(after.slice(0, before.length)).toEqual(before);
    }),
  );
});

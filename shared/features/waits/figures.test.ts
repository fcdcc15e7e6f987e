import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anAsk, answeredAfter, monday, trails as anyTrails } from '#tests/helpers/some-trails.ts';
import { dayMs } from '../../lib/clock.ts';
import { waitsOf } from './figures.ts';
import { waits as shape } from './model.ts';
import type { Move } from './replay.ts';
import type { AskTrail } from './rows.ts';

const at = (day: number) => monday + day * dayMs;
const five = ['a', 'b', 'c', 'd', 'e'];
const funding = five.map((to, n) => anAsk({ to, kind: 'funding', moves: answeredAfter(0, n + 1, to) }));

describe('what is shown', () => {
  test('the median, the share and the last day, coarse', () => {
    const open = ['a', 'b'].map((to) => anAsk({ to, kind: 'funding', day: 2 }));
    expect(waitsOf([...funding, ...open], at(7))).toEqual({
      all: { asks: 5, answered: 0.7 },
      kinds: [{ kind: 'funding', asks: 5, answered: 0.7, days: 4, to: '2027-03-07' }],
      levels: [{ level: 'team', days: 4, to: '2027-03-07' }],
    });
  });

  test('[W4] leaving out the two that wait would have said 3; those taken back are not in the share', () => {
    expect(waitsOf(funding, at(7)).kinds[0]).toMatchObject({ answered: 1, days: 3 });
    const back = anAsk({ to: 'a', kind: 'funding', moves: [{ day: 3, what: 'withdrawn' }] });
    expect(waitsOf([...funding, back], at(7)).kinds[0]).toMatchObject({ answered: 1 });
  });

  test('while too many wait, it says so by having no median', () => {
    const open = five.map((to) => anAsk({ to, kind: 'training' }));
    expect(waitsOf(open, at(7)).kinds).toEqual([{ kind: 'training', asks: 5, answered: 0, days: null, to: '2027-03-07' }]);
  });

  test('[W3] waits at a level end there; the next level has its own', () => {
    const up = five.map((to, n) =>
      anAsk({
        to,
        kind: 'space',
        moves: [
          { day: 11, what: 'stepped-up', toPersonId: `boss ${n}`, level: 'department' },
          { day: 14 + n, what: 'answered', personId: `boss ${n}`, answer: 'will' },
        ],
      }),
    );
    const { kinds, levels } = waitsOf(up, at(28));
    expect(kinds).toMatchObject([{ days: 16, answered: 1 }]);
    expect(levels).toMatchObject([
      { level: 'team', days: null },
      { level: 'department', days: 5 },
    ]);
  });
});

describe('what is held back', () => {
  test('[W6] four people, or five of whom one has more than half', () => {
    expect(waitsOf(funding.slice(0, 4), at(7))).toEqual({ all: null, kinds: [], levels: [] });
    const often = (more: number) => [...funding, ...Array.from({ length: more }, () => anAsk({ to: 'a', kind: 'funding' }))];
    expect(waitsOf(often(3), at(7)).kinds).toHaveLength(1);
    expect(waitsOf(often(4), at(7)).kinds).toEqual([]);
  });

  test('[W6] one ask that five people had is one wait', () => {
    const moves = five.slice(1).map((to, n) => ({ day: n + 1, what: 'handed-over', toPersonId: to }) as const);
    expect(waitsOf([anAsk({ to: 'a', kind: 'funding', moves })], at(7)).kinds).toEqual([]);
  });

  test('[W7] a row waits for the end of the week, and then for five people', () => {
    expect(waitsOf(funding, at(6.9)).kinds).toEqual([]);
    const later = [...funding, ...['a', 'b', 'c', 'd'].map((to) => anAsk({ to, kind: 'funding', day: 9 }))];
    expect(waitsOf(later, at(21))).toEqual(waitsOf(funding, at(7)));
    expect(waitsOf([...later, anAsk({ to: 'e', kind: 'funding', day: 16 })], at(21)).kinds).toMatchObject([{ asks: 10, to: '2027-03-21' }]);
  });

  test('[W8] a kind that is held back is in no sum', () => {
    const others = ['x', 'y'].map((to) => anAsk({ to, kind: 'culture', moves: answeredAfter(0, 1, to) }));
    expect(waitsOf([...funding, ...others], at(7))).toMatchObject({ all: waitsOf(funding, at(7)).all, kinds: [{ kind: 'funding' }] });
  });

  test('[W9] a level that leaves one person over is held back', () => {
    const above = anAsk({ to: 'x', kind: 'funding', level: 'department' });
    expect(waitsOf([...funding, above], at(7))).toMatchObject({ kinds: [{ kind: 'funding' }], levels: [] });
    const many = five.map((to) => anAsk({ to: `${to} above`, kind: 'funding', level: 'department' }));
    expect(waitsOf([...funding, ...many], at(7)).levels.map((row) => row.level)).toEqual(['team', 'department']);
  });
});

describe('nobody is given away, whatever happens', () => {
  const day = fc.integer({ min: 0, max: 120 });
  const newsBetween = (trails: readonly AskTrail[], from: number, to: number) =>
    new Set(
      trails.flatMap(({ moves }) =>
        whoseNews(moves)
          .filter((one) => one.at >= from && one.at < to)
          .map((one) => one.personId),
      ),
    );

  test('[W7] a row on two days is the same, or differs by what came of five people', () => {
    fc.assert(
      fc.property(anyTrails, day, day, (trails, one, other) => {
        const [early, late] = [at(Math.min(one, other)), at(Math.max(one, other))];
        const [before, after] = [waitsOf(trails, early), waitsOf(trails, late)];
        for (const row of after.kinds) {
          const was = before.kinds.find((other) => other.kind === row.kind);
          if (JSON.stringify(was) === JSON.stringify(row)) continue;
          const mine = trails.filter((trail) => trail.kind === row.kind);
          const from = was === undefined ? 0 : Date.parse(was.to) + dayMs;
          expect(newsBetween(mine, from, Date.parse(row.to) + dayMs).size).toBeGreaterThanOrEqual(5);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('[W6] [W8] a row is of five people, of its own asks alone, and the sum is of the rows alone', () => {
    fc.assert(
      fc.property(anyTrails, day, (trails, today) => {
        const all = waitsOf(trails, at(today));
        for (const row of all.kinds) {
          const mine = trails.filter((trail) => trail.kind === row.kind);
          expect(newsBetween(mine, 0, Date.parse(row.to) + dayMs).size).toBeGreaterThanOrEqual(5);
          expect(waitsOf(mine, at(today)).kinds).toEqual([row]);
        }
        const shown = trails.filter((trail) => all.kinds.some((row) => row.kind === trail.kind));
        expect(waitsOf(shown, at(today))).toMatchObject({ all: all.all, kinds: all.kinds });
      }),
      { numRuns: 300 },
    );
  });

  test('[W10] what goes out is coarse, has no curve, no name and no id', () => {
    fc.assert(
      fc.property(anyTrails, day, (trails, today) => {
        const out = waitsOf(trails, at(today));
        expect(shape.strict().parse(out)).toEqual(out);
        for (const row of [...out.kinds, ...(out.all === null ? [] : [out.all])]) {
          expect(row.asks % 5).toBe(0);
          expect(Number.isInteger(Math.round(row.answered * 1e9) / 5e7)).toBe(true);
        }
        expect(JSON.stringify(out)).not.toMatch(/person|ask-/);
      }),
      { numRuns: 300 },
    );
  });
});

/** Written apart from the product's own reading: whoever a step of the trail is about. */
function whoseNews(moves: readonly Move[]): { at: number; personId: string }[] {
  let turn = '';
  return moves.flatMap(({ what, at: when, toPersonId }) => {
    const before = turn;
    if (toPersonId !== null && ['put', 'handed-over', 'stepped-up'].includes(what)) turn = toPersonId;
    return [...new Set([before, turn])].filter((who) => who !== '').map((personId) => ({ at: when, personId }));
  });
}

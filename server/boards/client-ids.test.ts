import { expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { bind, boundBy, mayBindMore, perPerson, whose } from './client-ids.ts';

const start = new Date('2027-01-04T08:00:00Z');
const after = (days: number): Date => new Date(start.getTime() + days * dayMs);

test('[B46] somebody who opens the board ten times a day for three years never runs out of client ids', () => {
  const board = boundBy([]);
  let client = 0;
  for (let day = 0; day < 3 * 365; day++) {
    for (let n = 0; n < 10; n++) {
      expect(mayBindMore(board, 'amina', after(day))).toBeGreaterThan(0);
      bind(board, client++, 'amina', after(day));
    }
  }
  expect(board.recent.get('amina')?.length).toBe(perPerson);
});

test('[B46] five hundred at once are the most, and after a month there are more; nobody else is held back', () => {
  const board = boundBy([]);
  for (let n = 0; n < perPerson; n++) bind(board, n, 'mallory', start);
  expect(mayBindMore(board, 'mallory', after(29))).toBe(0);
  expect(mayBindMore(board, 'amina', after(1))).toBe(perPerson);
  expect(mayBindMore(board, 'mallory', after(31))).toBe(perPerson);
});

test('[B46] an id that was not used for years is still its owner’s, for the person and for a look beside', () => {
  const rows = [
    { boardId: 'b', clientId: 7, personId: 'amina', createdAt: start },
    { boardId: 'b', clientId: 8, personId: null, createdAt: start },
    { boardId: 'b', clientId: 9, personId: 'ruth', createdAt: after(900) },
  ];
  const board = boundBy(rows.toReversed());
  expect(board.owners).toEqual(new Map([[7, 'amina'], [8, null], [9, 'ruth']])); // prettier-ignore
  const { mine, taken, mayBind } = whose(board, 'mallory', after(1000));
  expect({ mine, taken: taken.toSorted((one, other) => one - other), mayBind }).toEqual({ mine: [], taken: [7, 8, 9], mayBind: perPerson });
});

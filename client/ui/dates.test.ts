import { expect, test } from 'vitest';
import { ago } from './dates.ts';

const now = new Date('2027-06-12T12:00:00Z');

test('how long ago is told in the largest unit that fits', () => {
  expect(
    ['2027-06-12T11:59:30Z', '2027-06-12T11:15:00Z', '2027-06-11T09:00:00Z', '2027-05-30T12:00:00Z', '2027-06-14T12:00:00Z'].map((at) =>
      ago(at, now),
    ),
  ).toEqual(['now', '45 minutes ago', 'yesterday', 'last week', 'in 2 days']);
});

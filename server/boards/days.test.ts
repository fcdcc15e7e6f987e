import { expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { surplus } from './days.ts';

const now = new Date('2027-06-12T12:00:00Z');
const ago = (hours: number) => ({ createdAt: new Date(now.getTime() - (hours * dayMs) / 24) });

test('[B39] the newest stays whatever its age; older ones than a week go', () => {
  const [newest, old] = [ago(24 * 30), ago(24 * 31)];
  expect(surplus([newest, old], now)).toEqual([old]);
});

test('[B39] of the last day one an hour stays, before that one a day, the later one each time', () => {
  const [head, a, b, c, d, e, f] = [ago(0.1), ago(1.2), ago(1.4), ago(2.5), ago(30), ago(31), ago(60)];
  expect(surplus([head, a, b, c, d, e, f], now)).toEqual([b, e]);
});

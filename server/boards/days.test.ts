import { expect, test } from 'vitest';
import { dayMs } from '#shared/lib/clock.ts';
import { surplus } from './days.ts';

const now = new Date('2027-06-12T12:00:00Z');
const ago = (hours: number, epoch = 1) => ({ epoch, createdAt: new Date(now.getTime() - (hours * dayMs) / 24) });

test('[B39] the newest stays whatever its age; older ones than a week go', () => {
  const [newest, old] = [ago(24 * 30), ago(24 * 31)];
  expect(surplus([newest, old], now)).toEqual([old]);
});

test('[B39] what the board was when it was written anew stays beside the one of its hour, for the last 20 times', () => {
  const [now2, begun, end, same] = [ago(0.1, 2), ago(0.5, 2), ago(0.5, 1), ago(0.6, 1)];
  expect(surplus([now2, begun, end, same], now)).toEqual([same]);
  expect(surplus([ago(1, 3), ago(2, 2), ago(24 * 8, 1)], now)).toEqual([ago(24 * 8, 1)]);
  const often = Array.from({ length: 50 }, (_, n) => ago(1 + n / 1000, 50 - n));
  expect(surplus(often, now)).toEqual(often.slice(21));
});

test('[B39] of the last day one an hour stays, before that one a day, the later one each time', () => {
  const [head, a, b, c, d, e, f] = [ago(0.1), ago(1.2), ago(1.4), ago(2.5), ago(30), ago(31), ago(60)];
  expect(surplus([head, a, b, c, d, e, f], now)).toEqual([b, e]);
});

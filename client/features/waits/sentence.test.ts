import { expect, test } from 'vitest';
import type { KindWait, Waits } from '#shared/features/waits/model.ts';
import { saysAll, saysFirst } from './sentence.ts';

const row = (kind: KindWait['kind'], asks: number, days: number | null): KindWait => ({ kind, asks, answered: 0.75, days, to: '2027-03-07' });
const waits = (...kinds: KindWait[]): Waits => ({ all: { asks: 20, answered: 0.75 }, kinds, levels: [] });

test('the sentence is about what was asked most', () => {
  expect(saysFirst(waits(row('people-and-time', 15, 6), row('funding', 5, 1)))).toBe(
    'Half of asks about people and time are answered within 6 days.',
  );
  expect(saysFirst(waits(row('funding', 5, 1)))).toBe('Half of asks about funding are answered within a day.');
});

test('of those as often asked, one whose middle is known comes first', () => {
  expect(saysFirst(waits(row('funding', 5, null), row('space', 5, 9)))).toBe('Half of asks about space are answered within 9 days.');
  expect(saysFirst(waits(row('funding', 5, null)))).toBe('Fewer than half of asks about funding have had an answer so far.');
});

test('all of it together is said when it is known', () => {
  expect(saysAll(waits())).toBe('Of 20 asks or more, about 75% have had an answer.');
  expect(saysAll({ all: null, kinds: [], levels: [] })).toBeNull();
});

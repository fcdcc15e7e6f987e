import { expect, test } from 'vitest';
import { nextDigest } from './next.ts';

const wishes = { mail: true, digest: 'daily', hour: 7, timeZone: 'Europe/Amsterdam' } as const;
const next = (after: string, more: Partial<Parameters<typeof nextDigest>[1]> = {}) =>
  nextDigest(new Date(after), { ...wishes, ...more })?.toISOString();

test('a digest comes at the hour of the place where somebody is, summer and winter', () => {
  expect(next('2027-01-10T12:00:00Z')).toBe('2027-01-11T06:00:00.000Z');
  expect(next('2027-07-10T12:00:00Z')).toBe('2027-07-11T05:00:00.000Z');
  expect(next('2027-01-10T05:59:59Z')).toBe('2027-01-10T06:00:00.000Z');
});

test('the hour it came at is not due again the same day', () => {
  expect(next('2027-01-10T06:00:00Z')).toBe('2027-01-11T06:00:00.000Z');
  expect(next('2027-01-10T06:00:10Z')).toBe('2027-01-11T06:00:00.000Z');
});

test('a weekly one comes on a Monday', () => {
  expect(next('2027-01-13T12:00:00Z', { digest: 'weekly' })).toBe('2027-01-18T06:00:00.000Z');
});

test('a place half an hour or three quarters off the hour has its digest too', () => {
  expect(next('2027-01-10T12:00:00Z', { timeZone: 'Asia/Kolkata' })).toBe('2027-01-11T01:30:00.000Z');
  expect(next('2027-01-10T12:00:00Z', { timeZone: 'Asia/Kathmandu' })).toBe('2027-01-11T01:15:00.000Z');
});

test('an hour the clocks leave out puts nobody off for longer than a day', () => {
  expect(next('2027-03-28T00:30:00Z', { hour: 2 })).toBe('2027-03-29T00:00:00.000Z');
});

test('never is never', () => {
  expect(next('2027-01-10T12:00:00Z', { digest: 'never' })).toBeUndefined();
});

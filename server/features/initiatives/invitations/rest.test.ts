import { expect, test } from 'vitest';
import { Problem } from '#shared/lib/problem.ts';
import { type Earlier, letRest } from './rest.ts';

const now = new Date('2027-04-30T12:00:00Z');
const earlier = (more: Partial<Earlier>): Earlier => ({
  sameThing: true,
  answer: null,
  askAfter: null,
  answeredAt: null,
  withdrawnAt: null,
  ...more,
});
const on = (day: string) => new Date(`${day}T12:00:00Z`);

function reasonFor(...all: Earlier[]): string | null {
  try {
    letRest(all, now);
    return null;
  } catch (thrown) {
    return thrown instanceof Problem ? thrown.body.reason : 'thrown something else';
  }
}

test('an open invitation waits for its answer; one taken back unanswered counts for nothing', () => {
  expect(reasonFor(earlier({}))).toBe('initiatives.invited-already');
  expect(reasonFor(earlier({ withdrawnAt: on('2027-04-29') }))).toBeNull();
});

test('a no rests for thirty days to the instant, taken back or not', () => {
  for (const answer of ['not-now', 'not-me'] as const) {
    expect(reasonFor(earlier({ answer, answeredAt: on('2027-04-01') }))).toBe(`initiatives.resting-${answer}`);
    expect(reasonFor(earlier({ answer, answeredAt: on('2027-04-01'), withdrawnAt: on('2027-04-02') }))).toBe(`initiatives.resting-${answer}`);
    expect(reasonFor(earlier({ answer, answeredAt: on('2027-03-31') }))).toBeNull();
  }
});

test('"ask me after" holds through the day it names and not longer', () => {
  const asked = (askAfter: string) => earlier({ answer: 'ask-after', askAfter, answeredAt: on('2027-01-01') });
  expect(reasonFor(asked('2027-05-01'))).toBe('initiatives.asked-for-later');
  expect(reasonFor(asked('2027-04-30'))).toBe('initiatives.asked-for-later');
  expect(reasonFor(asked('2027-04-29'))).toBeNull();
});

test('"not now" and "ask me after" hold for anything; what waits, and "not me", for the thing itself', () => {
  const other = { sameThing: false };
  expect(reasonFor(earlier(other))).toBeNull();
  expect(reasonFor(earlier({ ...other, answer: 'not-me', answeredAt: on('2027-04-29') }))).toBeNull();
  expect(reasonFor(earlier({ ...other, answer: 'not-now', answeredAt: on('2027-04-29') }))).toBe('initiatives.resting-not-now');
  expect(reasonFor(earlier({ ...other, answer: 'ask-after', askAfter: '2027-05-01', answeredAt: on('2027-04-01') }))).toBe(
    'initiatives.asked-for-later',
  );
});

test('a yes is no reason to rest, and the newest no is found among others', () => {
  expect(reasonFor(earlier({ answer: 'yes', answeredAt: on('2027-04-29') }))).toBeNull();
  expect(reasonFor(earlier({ answer: 'yes', answeredAt: on('2027-01-01') }), earlier({ answer: 'not-now', answeredAt: on('2027-04-20') }))).toBe(
    'initiatives.resting-not-now',
  );
});

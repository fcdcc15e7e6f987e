import { expect, test } from 'vitest';
import { Spacing } from './spacing.ts';

const never = Number.POSITIVE_INFINITY;

test('what is answered before the next is typed goes at once', () => {
  const spacing = new Spacing();
  for (let at = 0; at < 1000; at += 100) {
    expect(spacing.untilNext(at)).toBe(0);
    spacing.sent(at);
    spacing.answered(5);
  }
});

test('on a slow line four follow each other in the time one takes, and the fifth waits for an answer', () => {
  const spacing = new Spacing();
  spacing.sent(0);
  spacing.answered(600);
  spacing.sent(1000);
  for (const at of [1150, 1300, 1450]) {
    expect(spacing.untilNext(at - 150)).toBe(150);
    expect(spacing.untilNext(at - 1)).toBe(1);
    expect(spacing.untilNext(at)).toBe(0);
    spacing.sent(at);
  }
  expect(spacing.untilNext(1599)).toBe(never);
  spacing.answered(600);
  expect(spacing.untilNext(1600)).toBe(0);
});

test('before the first answer it is careful, and what a line takes now counts, not what it took before', () => {
  const spacing = new Spacing();
  spacing.sent(0);
  expect(spacing.untilNext(0)).toBe(50);
  spacing.sent(50);
  spacing.answered(4000);
  expect(spacing.untilNext(60)).toBe(990);
  spacing.answered(8);
  spacing.sent(5000);
  expect(spacing.untilNext(5001)).toBe(15);
});

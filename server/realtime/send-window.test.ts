import { expect, test } from 'vitest';
import { sendWindowMs } from './send-window.ts';

test('a small board waits for nothing, however busy the machine is', () => {
  expect(sendWindowMs(1, 0)).toBe(0);
  expect(sendWindowMs(49, 500)).toBe(0);
});

test('the more pages read, the longer edits are gathered', () => {
  expect(sendWindowMs(50, 0)).toBe(4);
  expect(sendWindowMs(149, 1)).toBe(4);
  expect(sendWindowMs(150, 1)).toBe(18);
  expect(sendWindowMs(2000, 1)).toBe(18);
});

test('telling the pages leaves most of the time to other work, and nobody waits longer than an eighth of a second', () => {
  expect(sendWindowMs(200, 20)).toBe(80);
  expect(sendWindowMs(60, 10)).toBe(40);
  expect(sendWindowMs(1000, 1000)).toBe(120);
});

import { expect, test } from 'vitest';
import { Pace, restMs } from './pace.ts';

/** The pace after `edits` a second came one by one for two seconds. */
function paceOf(edits: number): Pace {
  const pace = new Pace();
  for (let n = 0; n < edits * 2; n++) pace.note(1, (n * 1000) / edits);
  return pace;
}

test('nobody waits for a clock where people type, and many boards at once wait three milliseconds', () => {
  expect(restMs(0)).toBe(0);
  expect(restMs(300)).toBe(0);
  expect(restMs(750)).toBe(1.5);
  expect(restMs(1200)).toBe(3);
  expect(restMs(100_000)).toBe(3);
});

test.each([10, 400, 1500])('%d edits a second are seen as about so many', (edits) => {
  const seen = paceOf(edits).perSecond(2000);
  expect(seen / edits).toBeGreaterThan(0.85);
  expect(seen / edits).toBeLessThan(1.1);
});

test('a burst is forgotten within two seconds', () => {
  const pace = new Pace();
  pace.note(2000, 0);
  expect(pace.perSecond(0)).toBe(4000);
  expect(pace.perSecond(2000)).toBeLessThan(100);
});

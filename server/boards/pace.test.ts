import { expect, test } from 'vitest';
import { Pace, restMs } from './pace.ts';

/** The pace after `edits` a second came one by one for two seconds. */
function paceOf(edits: number): Pace {
  const pace = new Pace();
  for (let n = 0; n < edits * 2; n++) pace.note(1, (n * 1000) / edits);
  return pace;
}

test('where several come together the disk rests as long as it wrote, and up to three milliseconds where many boards are written on', () => {
  const rests = (perSecond: number): number => restMs({ edits: 2, tookMs: 0.5, perSecond });
  expect([0, 300, 750, 1200, 100_000].map(rests)).toEqual([0.5, 0.5, 1.5, 3, 3]);
  expect(restMs({ edits: 2, tookMs: 20, perSecond: 1200 })).toBe(20);
});

test('whoever writes alone waits for nobody, however fast answers follow each other and however slow the disk is', () => {
  for (const perSecond of [1, 300, 2000]) expect(restMs({ edits: 1, tookMs: 20, perSecond })).toBe(0);
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

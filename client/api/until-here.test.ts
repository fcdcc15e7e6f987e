import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { untilHere } from './until-here.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Fails so often, then gives its part. */
function failing(times: number): { fetch: () => Promise<string>; asked: () => number } {
  let asked = 0;
  return { asked: () => asked, fetch: () => (++asked <= times ? Promise.reject(new TypeError('no line')) : Promise.resolve('the part')) };
}

const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);

test('what is here at once comes once, and is asked for once', async () => {
  const { fetch, asked } = failing(0);
  const here = vi.fn<(part: string) => void>();
  untilHere(fetch, here);
  await vi.advanceTimersByTimeAsync(600_000);
  dispatchEvent(new Event('online'));
  await settled();
  expect(here.mock.calls).toEqual([['the part']]);
  expect(asked()).toBe(1);
});

test('what can not be had is asked for again by the clock, less and less often, and said each time', async () => {
  const { fetch, asked } = failing(8);
  const here = vi.fn<(part: string) => void>();
  const missing = vi.fn<() => void>();
  untilHere(fetch, here, missing);
  await vi.advanceTimersByTimeAsync(1500);
  expect(asked()).toBeGreaterThanOrEqual(2);
  await vi.advanceTimersByTimeAsync(500_000);
  expect(here.mock.calls).toEqual([['the part']]);
  expect(missing).toHaveBeenCalledTimes(8);
  expect(asked()).toBe(9);
});

test('a line that is back is not waited for by the clock, and one answer under way is enough', async () => {
  const { fetch, asked } = failing(1);
  const here = vi.fn<(part: string) => void>();
  untilHere(fetch, here);
  await settled();
  dispatchEvent(new Event('online'));
  dispatchEvent(new Event('online'));
  await settled();
  expect(here.mock.calls).toEqual([['the part']]);
  expect(asked()).toBe(2);
});

test("called off it asks no more, and what comes then is nobody's", async () => {
  const { fetch, asked } = failing(1);
  const here = vi.fn<(part: string) => void>();
  untilHere(fetch, here)();
  await settled();
  untilHere(fetch, here)();
  await vi.advanceTimersByTimeAsync(600_000);
  dispatchEvent(new Event('online'));
  await settled();
  expect(asked()).toBe(2);
  expect(here).not.toHaveBeenCalled();
});

import { expect, test } from 'vitest';
import { makeAdmission } from './admission.ts';

function gate(): { promise: Promise<void>; open: () => void } {
  let open = (): void => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open };
}

test('so many go in at once and no more, in the order they came; who is over the limit is told when to come back', async () => {
  const admission = makeAdmission({ atOnce: 2, waiting: 2 });
  const gates = [gate(), gate(), gate(), gate()];
  const inside: number[] = [];
  const all = gates.map(({ promise }, n) =>
    admission.enter(async () => {
      inside.push(n);
      await promise;
      return n;
    }),
  );
  await expect(admission.enter(async () => 9)).rejects.toMatchObject({ body: { code: 'too-many', retryAfterMs: 1010 } });
  expect(inside).toEqual([0, 1]);
  gates[1]?.open();
  await all[1];
  await Promise.resolve();
  expect(inside).toEqual([0, 1, 2]);
  for (const { open } of gates) open();
  expect(await Promise.all(all)).toEqual([0, 1, 2, 3]);
  expect(await admission.enter(async () => 9)).toBe(9);
});

test('work that throws gives its place back', async () => {
  const admission = makeAdmission({ atOnce: 1, waiting: 0 });
  await expect(admission.enter(() => Promise.reject(new Error('no board')))).rejects.toThrow('no board');
  expect(await admission.enter(async () => 1)).toBe(1);
});

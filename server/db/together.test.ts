import { expect, test } from 'vitest';
import { together } from './together.ts';

/** A reading that the test answers when it likes. */
function aSlowReading() {
  const begun: { questions: readonly string[]; answer: (value: number) => void; fail: (reason: Error) => void }[] = [];
  const ask = together<string, string>(
    (question) => question.slice(0, 1),
    (questions) =>
      new Promise((resolve, reject) => {
        begun.push({ questions, answer: (value) => resolve(questions.map((question) => `${question}: ${value}`)), fail: reject });
      }),
  );
  return { begun, ask, turn: () => new Promise((resolve) => setImmediate(resolve)) };
}

test('answers everybody who asks in the same turn from one reading', async () => {
  const { begun, ask, turn } = aSlowReading();
  const answers = Promise.all([ask('a1'), ask('a2'), ask('b1')]);
  await turn();
  expect(begun.map((one) => one.questions)).toEqual([['a1', 'a2'], ['b1']]);
  begun[0]?.answer(1);
  begun[1]?.answer(2);
  expect(await answers).toEqual(['a1: 1', 'a2: 1', 'b1: 2']);
});

test('gives nobody an answer that is older than the question', async () => {
  const { begun, ask, turn } = aSlowReading();
  const early = ask('a1');
  await turn();
  const late = Promise.all([ask('a2'), ask('a3')]);
  await turn();
  expect(begun).toHaveLength(1);
  begun[0]?.answer(1);
  expect(await early).toBe('a1: 1');
  await turn();
  expect(begun[1]?.questions).toEqual(['a2', 'a3']);
  begun[1]?.answer(2);
  expect(await late).toEqual(['a2: 2', 'a3: 2']);
});

test('a reading that fails refuses those who asked for it and nobody after them', async () => {
  const { begun, ask, turn } = aSlowReading();
  const refused = Promise.allSettled([ask('a1'), ask('a2')]);
  await turn();
  begun[0]?.fail(new Error('the database is gone'));
  expect((await refused).map((one) => one.status)).toEqual(['rejected', 'rejected']);
  const next = ask('a3');
  await turn();
  begun[1]?.answer(3);
  expect(await next).toBe('a3: 3');
});

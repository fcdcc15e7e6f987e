import { expect, test } from 'vitest';
import { draw } from '#tests/client/render.tsx';
import { ProblemNotice } from './problem-notice.tsx';
import { fieldError } from './problem-sentences.ts';

const problem = {
  code: 'invalid' as const,
  reason: 'problem.invalid',
  retryAfterMs: 1200,
  fields: [
    { field: 'title', reason: 'field.too-long', values: { max: 200 } },
    { field: 'roleTitle', reason: 'no.such-reason' },
  ],
};

test('a problem says why, which field, when to try again, and gives the words back', async () => {
  const { element, find } = await draw(<ProblemNotice problem={problem} labels={{ title: 'What did you see?' }} words="I saw <b>the chair</b>" />);
  expect(find('[role=alert]')).toBeTruthy();
  expect([...element.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
    'What did you see?: This is too long: 200 characters at most.',
    'role title: Something went wrong on our side. What you wrote is still here. Please try again.',
  ]);
  expect(element.textContent).toContain('Please wait 2 seconds first.');
  expect(element.textContent).toContain('I saw <b>the chair</b>');
});

test('asking again is offered where it may help, and not to somebody who may not', async () => {
  const again = async (code: 'unavailable' | 'not-allowed') => {
    const { element } = await draw(<ProblemNotice problem={{ code, reason: `problem.${code}` }} onRetry={() => undefined} />);
    return element.querySelector('button')?.textContent ?? null;
  };
  expect(await again('unavailable')).toBe('Try again');
  expect(await again('not-allowed')).toBe(null);
});

test('no problem draws nothing', async () => {
  const { element } = await draw(<ProblemNotice problem={null} />);
  expect(element.querySelector('[role=alert]')).toBe(null);
});

test('a field is given its own sentence', () => {
  expect(fieldError(problem, 'title')).toBe('This is too long: 200 characters at most.');
  expect(fieldError(problem, 'body')).toBe(undefined);
  expect(fieldError(null, 'title')).toBe(undefined);
});

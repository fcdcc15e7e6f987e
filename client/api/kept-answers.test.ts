import { afterEach, expect, test } from 'vitest';
import { keepAnswer, restoreAnswers } from './kept-answers.ts';
import { newQueryClient } from './query-client.ts';

afterEach(() => localStorage.clear());

const key = ['people', 'me'];

function restored(): unknown {
  const client = newQueryClient(() => undefined);
  restoreAnswers(client, { me: key });
  return client.getQueryData(key);
}

test('a kept answer is there at the next start, without addresses of mail, and counts as old', async () => {
  keepAnswer('me', { standing: 'member', person: { label: 'Amina', email: 'amina@example.org' } });
  expect(restored()).toEqual({ standing: 'member', person: { label: 'Amina', email: null } });
  expect(localStorage.getItem('kindling:answer:me')).not.toContain('example.org');
});

test('after signing out nothing of the person before comes back', async () => {
  keepAnswer('me', { standing: 'member' });
  const client = newQueryClient(() => undefined);
  restoreAnswers(client, { me: key });
  await client.resetQueries();
  expect(client.getQueryData(key)).toBe(undefined);
});

test('an answer of another build, or none at all, is not used', () => {
  localStorage.setItem('kindling:answer:me', JSON.stringify({ build: 'older', answer: { standing: 'member' } }));
  expect(restored()).toBe(undefined);
  for (const broken of ['', '{', 'null', '3']) {
    localStorage.setItem('kindling:answer:me', broken);
    expect(restored()).toBe(undefined);
  }
});

import { expect, test } from 'vitest';
import { beginningOf } from './beginning.ts';

test('a short text stays as it is', () => {
  expect(beginningOf('')).toBe('');
  expect(beginningOf('a'.repeat(400))).toBe('a'.repeat(400));
});

test('a long one ends after a whole word', () => {
  const words = 'seven77 '.repeat(60);
  expect(beginningOf(words)).toBe(`${'seven77 '.repeat(50).trim()}…`);
  expect(beginningOf(`${'x'.repeat(395)}  \n and more`)).toBe(`${'x'.repeat(395)}…`);
});

test('a word without an end is cut between characters', () => {
  expect(beginningOf('😀'.repeat(300))).toBe(`${'😀'.repeat(200)}…`);
  expect(beginningOf(`a${'😀'.repeat(300)}`)).toBe(`a${'😀'.repeat(199)}…`);
});

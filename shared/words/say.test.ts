import { expect, test } from 'vitest';
import { say, sayKey } from './say.ts';

test('placeholders are filled and the rest is left as it is', () => {
  expect(say('field.too-long', { max: 200 })).toBe('This is too long: 200 characters at most.');
});

test('an unknown key, or one that names an inherited property, says that something unexpected happened', () => {
  for (const key of ['no.such', 'problem.toString', '__proto__.x', 'constructor.name', '']) expect(sayKey(key)).toBe(say('problem.unexpected'));
});

import { expect, test } from 'vitest';
import { hueOf, initialsOf } from './initials.ts';

test('initials are the first letters of the first and the last word', () => {
  expect(['Amina Khan', 'Joe', 'ward nurse', 'Mei Lin Chen', '  ', 'Órla', '(Dev) Patel', 'আমিনা খান', '4B'].map(initialsOf)).toEqual([
    'AK',
    'J',
    'WN',
    'MC',
    '',
    'Ó',
    'DP',
    'আখা',
    '4',
  ]);
});

test('the colour depends on the id alone', () => {
  expect(hueOf('abc')).toBe(hueOf('abc'));
  for (const id of ['', 'a', 'V1StGXR8_Z5jdHi6B-myT']) expect(hueOf(id) % 10 === 0 && hueOf(id) >= 0 && hueOf(id) < 360).toBe(true);
});

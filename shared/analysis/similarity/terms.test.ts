import { expect, it } from 'vitest';
import { termsOf } from './terms.ts';

it('folds case and accents and drops words that say nothing', () => {
  expect(termsOf('The Café was CLOSED, and the café’s doors too')).toEqual(['caf', 'clos', 'caf', 'door']);
});

it('drops Dutch words that say nothing as well', () => {
  expect(termsOf('De wachttijd voor een afspraak')).toEqual(['wachttijd', 'afspraak']);
});

it('reads an apostrophe of either shape', () => {
  expect(termsOf("doctors' patient's patient’s don't don’t")).toEqual(['doctor', 'patient', 'patient']);
});

it('keeps vowel signs of scripts that write them as marks', () => {
  expect(termsOf('কিছু খাবার')).toHaveLength(2);
  expect(termsOf('কি')).not.toEqual(termsOf('কা'));
});

it('reads full-width letters and numbers like plain ones', () => {
  expect(termsOf('Ｗａｒｄ １２')).toEqual(termsOf('ward 12'));
});

it('finds nothing in nothing', () => {
  expect(['', ' \n', '!?', 'a', 'x'.repeat(100)].flatMap(termsOf)).toEqual([]);
});

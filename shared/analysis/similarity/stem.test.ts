import { expect, it } from 'vitest';
import { stem } from './stem.ts';

it.each([
  ['wait', 'waits', 'waited', 'waiting'],
  ['nurse', 'nurses', 'nursing'],
  ['stop', 'stops', 'stopped', 'stopping'],
  ['city', 'cities'],
  ['tax', 'taxes'],
  ['class', 'classes'],
  ['happy', 'happily', 'happiness'],
  ['treat', 'treated', 'treatment', 'treatments'],
  ['vaccinate', 'vaccination', 'vaccinations', 'vaccinated'],
  ['fall', 'falls', 'falling'],
])('joins %s with its other forms', (...forms) => {
  expect(new Set(forms.map(stem)).size).toBe(1);
});

it.each([
  ['police', 'policy'],
  ['bus', 'bu'],
  ['feed', 'fe'],
  ['red', 'r'],
  ['ring', 'r'],
  ['news', 'nes'],
])('keeps %s apart from %s', (a, b) => {
  expect(stem(a)).not.toBe(stem(b));
});

it('leaves words of other scripts, numbers and short words alone', () => {
  expect(['খাবার', 'żółw', 'a1s', '2020s', 'gps'].map(stem)).toEqual(['খাবার', 'żółw', 'a1s', '2020s', 'gps']);
});

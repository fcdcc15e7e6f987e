import { expect, it } from 'vitest';
import type { SparkHas } from '#shared/features/sparks/model.ts';
import { hasParts } from './has.ts';

const none: SparkHas = {
  sentences: { 'see-too': 0, 'have-tried': 0, 'can-help': 0, 'know-someone': 0, 'affects-me': 0 },
  sites: 1,
  perspectives: [],
};
const has = (said: Partial<SparkHas['sentences']>, more: Partial<SparkHas> = {}) =>
  hasParts({ ...none, ...more, sentences: { ...none.sentences, ...said } }).join(' · ');

it('says what a spark has, and which chair is empty, but never a total', () => {
  expect(has({ 'see-too': 9, 'can-help': 2 }, { sites: 4, perspectives: ['delivering'] })).toBe(
    'seen in 4 places · 2 can help · nobody receiving care yet',
  );
  expect(has({ 'see-too': 1 }, { perspectives: ['receiving'] })).toBe('1 sees this too · nobody delivering care yet');
  expect(has({ 'have-tried': 1, 'know-someone': 3, 'affects-me': 2 }, { perspectives: ['receiving', 'delivering'] })).toBe(
    '1 has tried this · 3 know someone · would affect 2',
  );
});

it('says nothing of a spark nobody has spoken to', () => {
  expect(has({}, { sites: 1, perspectives: ['witnessing'] })).toBe('');
});

import { expect, test } from 'vitest';
import type { GroupSide } from '#shared/features/place/model.ts';
import { mixFirst } from './mix.ts';

const sides: Record<string, GroupSide[]> = {
  ana: ['staff'],
  ben: ['staff'],
  cem: ['community'],
  dot: [],
  eli: ['staff', 'community'],
  fay: ['community'],
};
const mixed = (people: readonly string[], mine: GroupSide[]) => mixFirst(people, (one) => new Set(sides[one]), new Set(mine)).join(' ');

test('one person from each side comes first, beginning with the side I am not on', () => {
  expect(mixed(['ana', 'ben', 'cem', 'fay'], ['staff'])).toBe('cem ana ben fay');
  expect(mixed(['ana', 'ben', 'cem', 'fay'], ['community'])).toBe('ana cem ben fay');
});

test('without a side of my own, or on both, the community comes first', () => {
  expect(mixed(['ana', 'cem'], [])).toBe('cem ana');
  expect(mixed(['ana', 'cem'], ['staff', 'community'])).toBe('cem ana');
});

test('somebody on both sides stands for one of them, and people in no group keep their place after', () => {
  expect(mixed(['dot', 'eli', 'ana'], ['staff'])).toBe('eli ana dot');
});

test('when one side is missing, the order stays', () => {
  expect(mixed(['ana', 'dot', 'ben'], ['staff'])).toBe('ana dot ben');
  expect(mixed([], ['staff'])).toBe('');
});

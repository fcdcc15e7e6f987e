import { expect, test } from 'vitest';
import { en } from './en.ts';
import { nl } from './nl.ts';
import type { Sentence } from './say.ts';
import { speechOf } from './say-in.ts';

const english: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = en;
const translated = Object.entries<Readonly<Record<string, Sentence>>>(nl).flatMap(([area, sentences]) =>
  Object.entries(sentences).map(([name, sentence]) => [`${area}.${name}`, english[area]?.[name], sentence] as const),
);
const holes = (sentence: Sentence | undefined) =>
  [...new Set([...JSON.stringify(sentence ?? '').matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

test('a letter in Dutch is Dutch, with what was filled in and the right number', () => {
  const { say } = speechOf('nl');
  expect(say('mail.hello', { name: 'Femke' })).toBe('Dag Femke,');
  expect(say('mail.digest-more', { count: 1 })).toBe('en nog 1 ding');
  expect(say('mail.digest-more', { count: 4 })).toBe('en nog 4 dingen');
});

test('what is not translated is said in English, and nothing unknown gets through', () => {
  expect(speechOf('nl').say('shell.name')).toBe('Kindling');
  expect(speechOf('nl').sayKey('activity.nonsense')).toBe(en.problem.unexpected);
  expect(speechOf('nl').sayKey('toString.name')).toBe(en.problem.unexpected);
  expect(speechOf('en').say('mail.hello', { name: 'Ruth' })).toBe('Hello Ruth,');
});

test.each(translated)('%s has the same holes in both languages', (_key, first, second) => {
  expect(holes(second)).toEqual(holes(first));
});

test('every sentence of letters is there in Dutch', () => {
  expect(Object.keys(nl.mail).sort()).toEqual(Object.keys(en.mail).sort());
});

import { expect, it } from 'vitest';
import { guessColumns } from './guess-columns.ts';

const none = { title: null, text: null, kind: null, site: null, created: null };

it('knows our own words', () => {
  expect(guessColumns(['title', 'text', 'kind', 'site', 'created'])).toEqual({
    title: 'title',
    text: 'text',
    kind: 'kind',
    site: 'site',
    created: 'created',
  });
});

it('knows what others call them, whatever the capitals and signs', () => {
  expect(guessColumns(['ID', 'Subject', 'Description ', 'Type', 'Hospital', 'Created_At'])).toEqual({
    title: 'Subject',
    text: 'Description ',
    kind: 'Type',
    site: 'Hospital',
    created: 'Created_At',
  });
});

it('knows them in Dutch', () => {
  expect(guessColumns(['Onderwerp', 'Opmerking', 'Soort', 'Locatie', 'Datum'])).toEqual({
    title: 'Onderwerp',
    text: 'Opmerking',
    kind: 'Soort',
    site: 'Locatie',
    created: 'Datum',
  });
});

it('finds a word inside a question of a form', () => {
  expect(guessColumns(['Timestamp', 'Which ward are you on?', 'How could we improve?'])).toEqual({
    ...none,
    created: 'Timestamp',
    site: 'Which ward are you on?',
    text: 'How could we improve?',
  });
});

it('prefers the very word to a header that holds it', () => {
  expect(guessColumns(['Comment type', 'Comment', 'Date of comment']).text).toBe('Comment');
});

it('uses one header once', () => {
  expect(guessColumns(['spark'])).toEqual({ ...none, title: 'spark' });
  expect(guessColumns(['idea date']).created).toBe('idea date');
});

it('takes the only column for the words', () => {
  expect(guessColumns(['Column A'])).toEqual({ ...none, text: 'Column A' });
});

it('guesses nothing from nothing', () => {
  expect(guessColumns([])).toEqual(none);
  expect(guessColumns(['a', 'b'])).toEqual(none);
});

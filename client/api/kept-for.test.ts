/** Without a database, as here, nobody is known to have signed out; a browser walk shows what happens with one. */
import { afterEach, expect, test } from 'vitest';
import { onAFullDevice } from '#tests/client/full-device.ts';
import { keptNames } from './device.ts';
import { keepFor, readKeptFor } from './kept-for.ts';

afterEach(() => localStorage.clear());

test('words are on the device at once, and gone from it when they have arrived', () => {
  keepFor('ruth', 'draft:ruth:spark', 'The chair');
  expect([keptNames('draft:'), readKeptFor('draft:ruth:spark')]).toEqual([['draft:ruth:spark'], 'The chair']);
  keepFor('ruth', 'draft:ruth:spark', null);
  expect([keptNames('draft:'), readKeptFor('draft:ruth:spark')]).toEqual([[], null]);
});

test('what a full device does not take is kept while the page lives, its writer is told, and it goes when it has arrived', async () => {
  let told = 0;
  await onAFullDevice(async () => keepFor(null, 'draft:visitor:spark', 'The lamp', () => (told += 1)));
  expect([told, readKeptFor('draft:visitor:spark'), keptNames('draft:')]).toEqual([1, 'The lamp', []]);
  keepFor(null, 'draft:visitor:spark', null);
  expect(readKeptFor('draft:visitor:spark')).toBe(null);
});

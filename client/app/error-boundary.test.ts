import { expect, test } from 'vitest';
import { isMissingChunk } from './error-boundary.tsx';

test('a chunk that is gone after a deploy is told apart from a mistake of ours, in every browser', () => {
  for (const message of [
    'Failed to fetch dynamically imported module: https://x/a.js',
    'error loading dynamically imported module',
    'Importing a module script failed.',
    'Unable to preload CSS for /assets/a.css',
  ]) {
    expect(isMissingChunk(new TypeError(message))).toBe(true);
  }
  expect(isMissingChunk(new TypeError('x is undefined'))).toBe(false);
  expect(isMissingChunk('Failed to fetch dynamically imported module')).toBe(false);
});

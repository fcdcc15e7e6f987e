import { expect, test } from 'vitest';
import { addresses, nextAddress } from './addresses.ts';

test('an id can not change the path it stands in', () => {
  expect(addresses.boardSection('a/b', '../you')).toBe('/initiatives/a%2Fb/..%2Fyou');
});

test('several sparks can be lit together', () => {
  expect(addresses.light(['one', 'two'])).toBe('/light?spark=one&spark=two');
});

test('after signing in we go to our own addresses only', () => {
  expect(nextAddress('?next=%2Finitiatives%2Fabc')).toBe('/initiatives/abc');
  for (const foreign of ['//evil.example', 'https://evil.example', '/\\evil.example', 'javascript:alert(1)', '']) {
    expect(nextAddress(`?${new URLSearchParams({ next: foreign })}`)).toBe('/');
  }
});

/** What a page shows becomes true a moment after it was asked for, and on a busy machine later. A walk that looks once fails by chance. */
import { expect, test } from 'vitest';
import { sourceFiles } from './product-files.ts';

/** These look once and may: they wait for the page to come to rest, or every screen before them was waited for. */
const looksOnce = /\bexpect\(\(*await (?!(?:axe|fitsWidth)\()/;

test('a walk looks until it sees what it expects: expect.poll, or waitFor', () => {
  const found = [...sourceFiles(['tests'])]
    .filter(([name]) => name.startsWith('tests/e2e/'))
    .flatMap(([name, text]) => text.split('\n').map((line, at) => ({ where: `${name}:${at + 1}`, line })))
    .filter(({ line }) => looksOnce.test(line));
  expect(found).toEqual([]);
});

test.each(['expect(await form.count()).toBe(0);', 'expect((await dev.call.notices.push()).words).toBeNull();'])(
  'a line that looks once is seen: %s',
  (line) => {
    expect(line).toMatch(looksOnce);
  },
);

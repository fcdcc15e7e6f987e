/** Every numbered rule of every SPEC.md is shown by a test that quotes it, and no test quotes a rule that is not there. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sourceFiles } from './product-files.ts';

const rooms = ['shared', 'server', 'client', 'tests'];
const specs = new Map(specFiles().map((file) => [file, rulesIn(readFileSync(path.join(ROOT, file), 'utf8'))]));
const rules = [...specs.values()].flat();
const prefixes = [...new Set(rules.map((id) => id.replace(/\d.*/, '')))];
const quote = new RegExp(`\\[((?:${prefixes.join('|')})\\d+[a-z]?)\\]`, 'g');
const tests = [...sourceFiles(rooms)].filter(([name]) => /\.test\.tsx?$/.test(name));
const quoted = new Set(tests.flatMap(([, text]) => [...text.matchAll(quote)].map(([, id]) => id ?? '')));

test('every SPEC.md is found', () => {
  expect([...specs.keys()]).toEqual(expect.arrayContaining(['server/audit/SPEC.md', 'server/db/SPEC.md', 'shared/board/SPEC.md']));
  expect(specs.size).toBeGreaterThanOrEqual(6);
});

test.each([...specs])('every rule of %s is quoted by a test', (_file, ids) => {
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !quoted.has(id))).toEqual([]);
});

test('an id is of one rule, wherever it is written down', () => {
  expect(rules.filter((id, at) => rules.indexOf(id) !== at)).toEqual([]);
});

test('no test quotes a rule that is not written down', () => {
  expect([...quoted].filter((id) => !rules.includes(id))).toEqual([]);
});

function specFiles(): string[] {
  return rooms
    .flatMap((room) =>
      readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name.replaceAll(path.sep, '/')}`),
    )
    .filter((name) => name.endsWith('/SPEC.md'))
    .sort();
}

function rulesIn(spec: string): string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]+\d+[a-z]?)\*\*/gm)].map(([, id]) => id ?? '');
}

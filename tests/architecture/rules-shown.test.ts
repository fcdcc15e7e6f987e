/** Every numbered rule is shown by a test that quotes it, and no test quotes a rule that is not there. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, sourceFiles } from './product-files.ts';

const tests = [...sourceFiles(['shared', 'server', 'client', 'tests'])].filter(([name]) => /\.test\.tsx?$/.test(name));
const specs = ['shared/board/SPEC.md', 'server/db/SPEC.md', 'shared/features/decisions/SPEC.md'];
const quoted = new Set(tests.flatMap(([, text]) => [...text.matchAll(/\[((?:B|DB|D)\d+)\]/g)].map(([, id]) => id ?? '')));

test.each(specs)('every rule of %s has an id of its own and is quoted by a test', (file) => {
  const ids = rulesIn(readFileSync(path.join(ROOT, file), 'utf8'));
  expect(ids.length).toBeGreaterThan(10);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  expect(ids.filter((id) => !quoted.has(id))).toEqual([]);
});

test('no test quotes a rule that is not written down', () => {
  const known = new Set(specs.flatMap((file) => rulesIn(readFileSync(path.join(ROOT, file), 'utf8'))));
  expect([...quoted].filter((id) => !known.has(id))).toEqual([]);
});

function rulesIn(spec: string): string[] {
  return [...spec.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, id]) => id ?? '');
}

import { expect, test } from 'vitest';
import { violations } from './imports.ts';
import { sourceFiles } from './product-files.ts';

test('every file keeps the rules of the house', () => {
  const found = violations(sourceFiles());
  expect(found.map((one) => `${one.file}:${one.line} ${one.rule} (${one.import}): ${one.why}`)).toEqual([]);
});

test('the check reads the whole house', () => {
  const files = [...sourceFiles().keys()];
  for (const known of ['shared/lib/clock.ts', 'server/main.ts', 'client/app/main.tsx', 'drizzle/schema.sqlite.ts']) expect(files).toContain(known);
});

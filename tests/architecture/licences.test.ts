import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './product-files.ts';
import { shippedPackages } from './shipped.ts';

/** Licences under which Kindling (MIT) may pass a package on, and why. */
const FITTING: Record<string, string> = {
  MIT: 'Kindling has the same.',
  'MIT-0': 'As MIT, without asking for a notice.',
  ISC: 'As MIT in other words.',
  'BSD-2-Clause': 'Asks for its notice only.',
  'BSD-3-Clause': "Asks for its notice, and not to use its authors' names.",
  '0BSD': 'Asks for nothing.',
  'Apache-2.0': 'Asks for its notice; its patent terms bind only those who sue.',
  'BlueOak-1.0.0': 'As MIT, in plain words.',
  'CC0-1.0': 'Given to the public.',
  Unlicense: 'Given to the public.',
};

/** `(A OR B)` fits when one does, `A AND B` when both do. */
function fits(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, ' ').trim();
  if (/ OR /.test(plain)) return plain.split(/ OR /).some((one) => fits(one));
  return plain.split(/ AND /).every((one) => one.trim() in FITTING);
}

test('every package that reaches people has a licence that fits MIT', () => {
  expect(shippedPackages().filter((one) => !fits(one.licence))).toEqual([]);
});

test('what the server installs and what the browser loads is among them', () => {
  const names = shippedPackages().map((one) => one.name);
  for (const known of ['express', 'body-parser', 'better-sqlite3', 'drizzle-orm', 'react', 'scheduler', '@mantine/core', '@floating-ui/dom'])
    expect(names).toContain(known);
});

test.each(['GPL-3.0-only', 'AGPL-3.0-or-later', 'BUSL-1.1', 'none', 'MIT AND GPL-2.0', 'SEE LICENSE IN LICENSE.md'])(
  '%s would not fit',
  (licence) => {
    expect(fits(licence)).toBe(false);
  },
);

test.each(['(MIT OR GPL-3.0)', '(BSD-2-Clause OR MIT OR Apache-2.0)', 'MIT AND ISC'])('%s would fit', (licence) => {
  expect(fits(licence)).toBe(true);
});

test("Kindling's own licence is in the repository", () => {
  expect(readFileSync(path.join(ROOT, 'LICENSE'), 'utf8')).toContain('Copyright (c) 2026 Kindling contributors');
});

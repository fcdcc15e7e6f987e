/** What a newcomer meets: the entries of the repository, the commands README names, and files that work on any machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ROOT } from './product-files.ts';

const versions = z.record(z.string(), z.string());
const packageFile = z
  .object({ scripts: versions, dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')));

/** Files that git tracks, or would if they were added now. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8', maxBuffer: 1e8 })
  .split('\n')
  .filter((file) => file !== '' && existsSync(path.join(ROOT, file)));

test('the top of the repository holds the four rooms and little else', () => {
  const allowed = /^(package\.json|package-lock\.json|README\.md|LICENSE|tsconfig(\.\w+)?\.json|server|client|shared|drizzle|tests|\..+)$/;
  expect([...new Set(files.map((file) => file.split('/')[0] ?? ''))].filter((entry) => !allowed.test(entry))).toEqual([]);
});

test('versions are exact, so that two machines install the same', () => {
  const loose = Object.entries({ ...packageFile.dependencies, ...packageFile.devDependencies }).filter(
    ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('every command that a page or a script names exists', () => {
  const pages = files.filter((file) => file.endsWith('.md') || file.startsWith('.ci/') || file === 'package.json');
  const missing = pages.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return [...text.matchAll(/\bnpm run (?:(?:--silent|-s) )?([a-z][\w:]*)/g)]
      .map((match) => match[1] ?? '')
      .filter((name) => !(name in packageFile.scripts))
      .map((name) => `${file}: npm run ${name}`);
  });
  expect(missing).toEqual([]);
});

test('files that pages and scripts name exist', () => {
  const named = Object.entries(packageFile.scripts).flatMap(([name, script]) =>
    [...script.matchAll(/(?:^|\s)((?:\.ci|client|drizzle|server|shared|tests)\/[\w./-]+\.\w+)/g)].map((match) => `${name}: ${match[1] ?? ''}`),
  );
  expect(named.filter((one) => !existsSync(path.join(ROOT, one.split(': ')[1] ?? '')))).toEqual([]);
});

test('no file names a folder of one machine', () => {
  const own = new RegExp(['home', 'Users', 'root', 'work', 'mnt', 'tmp'].map((folder) => `(?<![\\w.:/*-])/${folder}/\\w`).join('|'));
  const texts = files.filter(
    (file) => /\.(ts|tsx|mjs|js|json|jsonc|md|css|html|yml|yaml|sh)$|^\.ci\/run$/.test(file) && file !== 'package-lock.json',
  );
  expect(texts.filter((file) => own.test(readFileSync(path.join(ROOT, file), 'utf8')))).toEqual([]);
});

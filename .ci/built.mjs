/** Remembers in dist/.built what sources the last build was made of, so that a start builds only when something changed. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const stamp = path.join(root, 'dist/.built');

/** What a build is made of. A folder stands for everything in it but its tests. */
const SOURCES = [
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'tsconfig.client.json',
  '.ci/build.mjs',
  'client',
  'server',
  'shared',
  'drizzle',
];

/** True when dist/ was made of the present sources. */
export function isBuilt() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourcesHash();
}

/** Forgets the last build, because the one to come replaces it. */
export function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** `hash` is that of the sources as they were when the build began. */
export function rememberBuild(hash) {
  writeFileSync(stamp, hash);
}

export function sourcesHash() {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesOf))
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesOf(name) {
  const full = path.join(root, name);
  if (!existsSync(full)) return [];
  const entries = path.extname(name) === '' ? readdirSync(full, { withFileTypes: true }) : null;
  if (entries === null) return [name];
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? filesOf(`${name}/${entry.name}`) : /\.test\.tsx?$/.test(entry.name) ? [] : [`${name}/${entry.name}`]));
}

/** `npm run db:check`: says whether the migrations in drizzle/ make the tables that the code describes, for both databases, without touching them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const tool = path.join(root, 'node_modules/drizzle-kit/bin.cjs');
let stale = false;

for (const [name, dialect] of [
  ['sqlite', 'sqlite'],
  ['postgres', 'postgresql'],
]) {
  // drizzle-kit takes `out` relative to where it runs.
  const copy = mkdtempSync(path.join(root, 'node_modules/.db-check-'));
  try {
    cpSync(path.join(root, 'drizzle', name), copy, { recursive: true });
    const before = migrations(copy);
    const parts = [
      tool,
      'generate',
      '--dialect',
      dialect,
      '--schema',
      `./drizzle/schema.${name}.ts`,
      '--out',
      `./${path.relative(root, copy)}`,
      '--casing',
      'snake_case',
    ];
    const made = spawnSync(process.execPath, parts, { cwd: root, encoding: 'utf8' });
    const added = migrations(copy).filter((file) => !before.includes(file));
    if (made.status === 0 && added.length === 0) continue;
    stale = true;
    console.error(`drizzle/${name} does not make the tables of server/db/tables.ts: run npm run db:generate and commit what it adds.`);
    console.error(made.status === 0 ? added.map((file) => readFileSync(path.join(copy, file), 'utf8')).join('\n') : made.stdout + made.stderr);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
process.exitCode = stale ? 1 : 0;

function migrations(folder) {
  return readdirSync(folder).filter((name) => name.endsWith('.sql'));
}

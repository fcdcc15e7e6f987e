/**
 * Sees to it that better-sqlite3's compiled part fits the Node that runs, and rebuilds it when it does not.
 * npm calls this after every install (`postinstall`); prepare.mjs calls it before the server starts, in case Node was changed since.
 *
 * Two things can be wrong: it was compiled for another Node, or it was compiled against the headers of Node 24.19 or later, in which case the process
 * aborts when a prepared statement is garbage-collected (object-wrap.h says why). Binaries downloaded from the project's releases have neither fault.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const binary = path.join(root, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node');
const isNode24 = process.versions.modules === '137';

/** What is wrong with better-sqlite3's compiled part, or null. */
export function sqliteFault() {
  if (!existsSync(binary)) return 'better-sqlite3 is not compiled yet';
  if (isNode24 && readFileSync(binary).includes('RemoveEnvironmentCleanupHook')) return 'better-sqlite3 was compiled in a way that aborts on Node 24';
  // In a process of its own: one that failed to load a library may not get to see the one that replaces it.
  const loads = spawnSync(process.execPath, ['-e', 'require(process.argv[1])', binary], { stdio: 'ignore' }).status === 0;
  return loads ? null : `better-sqlite3 is not compiled for Node ${process.versions.node}`;
}

/** Rebuilds better-sqlite3 when something is wrong with it. Exits the process when that does not help. */
export function mendSqlite() {
  const fault = sqliteFault();
  if (fault === null) return;
  console.error(`${fault}: building it, which takes a minute or two.`);
  rebuild({});
  if (sqliteFault() !== null) rebuild({ npm_config_build_from_source: 'better-sqlite3' });
  const left = sqliteFault();
  if (left === null) return;
  console.error(`${left}. Building it needs Python 3, make and a C++ compiler, and the headers of Node ${process.versions.node}.`);
  process.exit(1);
}

/** The environment in which npm installs or builds: development packages too, headers of the Node that runs, and the mend for Node 24. */
export function installEnvironment() {
  const env = { ...process.env, NODE_ENV: '' };
  const headers = headersOfThisNode();
  if (headers !== null) env['npm_config_nodedir'] = headers;
  // The compiler runs in node_modules/better-sqlite3/build; a relative path survives spaces in the name of a parent folder.
  if (isNode24) env['CXXFLAGS'] = `${process.env['CXXFLAGS'] ?? ''} -include ../../../.ci/object-wrap.h`.trim();
  return env;
}

/** The folder of Node's C++ headers, when they lie beside the Node that runs; otherwise npm's own setting or download decides. */
function headersOfThisNode() {
  const folder = path.join(path.dirname(realpathSync(process.execPath)), '..');
  const file = path.join(folder, 'include/node/node_version.h');
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const version = ['MAJOR', 'MINOR', 'PATCH'].map((part) => new RegExp(`define NODE_${part}_VERSION (\\d+)`).exec(text)?.[1]).join('.');
  return version === process.versions.node ? folder : null;
}

function rebuild(extra) {
  spawnSync('npm', ['rebuild', 'better-sqlite3', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...installEnvironment(), ...extra },
  });
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) mendSqlite();

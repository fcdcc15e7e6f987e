/**
 * Makes a clone ready: installs when package-lock.json asks for something that is not there, mends better-sqlite3 when Node was changed, and with the word
 * `build` builds when a source changed since the last build. `npm start` and `npm test` call it first. It uses nothing but Node, for on a fresh clone
 * there is nothing else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuilt } from './built.mjs';
import { installEnvironment, mendSqlite } from './sqlite.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Installs the packages of package-lock.json unless they are all there, whoever installed them. */
export function prepareInstall() {
  requireNode();
  if (!isInstalled()) {
    console.log('Installing the packages of package-lock.json. The first time takes some minutes.');
    run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--prefer-offline']);
  }
  mendSqlite();
}

/** Builds the client and the server into dist/ unless the last build was made of the same sources. */
export function prepareBuild() {
  if (isBuilt()) return;
  console.log('Building.');
  run(process.execPath, ['.ci/build.mjs']);
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  console.error(
    `Kindling needs Node 20.19, 22.12 or newer, and this is Node ${process.versions.node}: get one at https://nodejs.org and run the command again.`,
  );
  process.exit(1);
}

/** Compares package-lock.json with the list that npm keeps of what it has installed. Packages for other platforms may be missing. */
function isInstalled() {
  const list = path.join(root, 'node_modules/.package-lock.json');
  if (!existsSync(list)) return false;
  const wanted = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const there = JSON.parse(readFileSync(list, 'utf8')).packages;
  return Object.entries(wanted).every(([place, one]) => place === '' || one.optional === true || there[place]?.version === one.version);
}

function run(command, parts) {
  const ended = spawnSync(command, parts, {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32' && command === 'npm',
    env: installEnvironment(),
  });
  if (ended.status !== 0) process.exit(ended.status ?? 1);
}

if (process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  prepareInstall();
  if (process.argv[2] === 'build') prepareBuild();
}

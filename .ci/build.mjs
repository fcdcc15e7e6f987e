/**
 * Builds what `npm start` runs: the client into dist/client, the server as one file into dist/server.mjs, its second thread as another.
 * Both are made in a folder of their own first, so that a build that fails, or is stopped, leaves the last good one in place.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { forgetBuild, rememberBuild, sourcesHash } from './built.mjs';
import { ownLines } from './own-lines.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const fresh = path.join(root, `dist/.fresh-${process.pid}`);
/** What is started, and the thread it starts beside itself. */
const servers = [
  ['server/main.ts', 'server.mjs'],
  ['server/boards/beside/beside-worker.ts', 'beside-worker.mjs'],
];

const sources = sourcesHash();
try {
  clearAway();
  mkdirSync(fresh, { recursive: true });
  // Both run to their end before anything is thrown: a build still at work would write into a folder that is being removed.
  const broken = (await Promise.allSettled([buildClient(), ...servers.map(buildServer)])).find((one) => one.status === 'rejected');
  if (broken !== undefined) throw broken.reason;
  forgetBuild();
  for (const name of ['client', ...servers.flatMap(([, name]) => [name, `${name}.map`])]) {
    rmSync(path.join(root, 'dist', name), { recursive: true, force: true });
    renameSync(path.join(fresh, name), path.join(root, 'dist', name));
  }
  rememberBuild(sources);
} catch (error) {
  console.error(`The build failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
} finally {
  rmSync(fresh, { recursive: true, force: true });
}

/** Removes what builds that were killed have left. */
function clearAway() {
  if (!existsSync(path.join(root, 'dist'))) return;
  for (const name of readdirSync(path.join(root, 'dist'))) {
    const pid = Number(/^\.fresh-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(root, 'dist', name), { recursive: true, force: true });
  }
}

function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function buildClient() {
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const out = path.join(fresh, 'client');
  const parts = [vite, 'build', 'client', '--config', 'client/vite.config.ts', '--outDir', out, '--emptyOutDir', '--logLevel', 'warn'];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, parts, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production' } });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error('The client did not build.'))));
  });
}

/**
 * Everything but what brings files or compiled parts of its own goes into the one file: reading one file starts the server in half the time.
 * It is made as if it lay in its last place already, so that its map finds the sources from there.
 */
async function buildServer([source, name]) {
  const made = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile: `dist/${name}`,
    write: false,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20.19',
    sourcemap: true,
    sourcesContent: false,
    // A third less of it in memory; names stay, and errors are said in the lines of the sources.
    minifyWhitespace: true,
    external: ['better-sqlite3', 'pg-native', 'swagger-ui-dist'],
    // CommonJS packages inside the bundle call require(), which a module has to be given.
    banner: { js: "import { createRequire as bundledRequire } from 'node:module'; const require = bundledRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  for (const { path: place, text } of made.outputFiles) {
    if (place.endsWith('.mjs')) warnOfWideLetters(text);
    writeFileSync(path.join(fresh, path.basename(place)), place.endsWith('.map') ? ownLines(text) : text);
  }
}

/** esbuild writes letters as escapes wherever it may; in a regular expression it may not. */
function warnOfWideLetters(text) {
  const wide = /[^\u0000-\u00ff].{0,20}/.exec(text)?.[0];
  if (wide !== undefined)
    console.warn(`Write this letter of a regular expression as \\uXXXX, or all of the server takes two bytes a letter of memory: ${wide}`);
}

/**
 * `npm run nodes`: proves that the committed state runs on the oldest Node we promise and on the newest 20, 22 and 24. Linux only, ten minutes or more, so not part of npm test.
 * For each: get that Node from npm, clone, prepare (install, compile), collect garbage (collect.mjs), run the store contract, start, ask /healthz, stop.
 * `npm run nodes -- 24` does one. For 24 it also says whether object-wrap.h is still needed.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const asked = process.argv.slice(2);
const work = mkdtempSync(path.join(tmpdir(), 'kindling-nodes-'));
const results = [];
const COLLECT = ['node', '--expose-gc', '--max-semi-space-size=1', '.ci/collect.mjs'];
try {
  for (const version of asked.length > 0 ? asked : ['20.19.0', '20', '22', '24']) results.push(await prove(version));
} finally {
  rmSync(work, { recursive: true, force: true });
}
console.log(`\n${results.map(({ node, failed }) => `Node ${node}: ${failed.length === 0 ? 'holds' : `FAILED at ${failed.join(', ')}`}`).join('\n')}`);
process.exitCode = results.every(({ failed }) => failed.length === 0) ? 0 : 1;

async function prove(version) {
  const home = path.join(work, version);
  execFileSync('npm', ['install', '--prefix', home, '--no-audit', '--no-fund', '--no-save', '--silent', `node-linux-${process.arch}@${version}`], {
    stdio: 'inherit',
  });
  const bin = path.join(home, `node_modules/node-linux-${process.arch}/bin`);
  const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, CI: '' };
  for (const name of Object.keys(env)) if (/^npm_/i.test(name)) delete env[name];
  const node = execFileSync(path.join(bin, 'node'), ['--version'], { encoding: 'utf8' }).trim().slice(1);
  const clone = path.join(home, 'clone');
  execFileSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' });

  const failed = [];
  const step = (name, command, extra = {}) => {
    const began = Date.now();
    const ended = spawnSync(command[0], command.slice(1), { cwd: clone, env: { ...env, ...extra }, stdio: ['ignore', 'inherit', 'inherit'] });
    console.log(
      `== Node ${node}, ${name}: ${ended.status === 0 ? 'ok' : `ended with ${ended.status ?? ended.signal}`} (${((Date.now() - began) / 1000).toFixed(1)} s)`,
    );
    return ended.status === 0;
  };
  const must = (name, command) => step(name, command) || (failed.push(name), false);
  if (must('prepare', ['node', '.ci/prepare.mjs', 'build'])) {
    must('collect', COLLECT);
    must('store contract', ['node', 'node_modules/tsx/dist/cli.mjs', 'tests/run.ts', 'contract']);
    if (!(await startsAndStops(clone, env))) failed.push('start and stop');
    if (node.startsWith('24.')) {
      const plain = { CXXFLAGS: '', npm_config_nodedir: path.join(bin, '..'), npm_config_build_from_source: 'better-sqlite3' };
      const needed =
        step('rebuild without object-wrap.h', ['npm', 'rebuild', 'better-sqlite3'], plain) && !step('collect without object-wrap.h', COLLECT);
      console.log(needed ? 'object-wrap.h is still needed.' : 'object-wrap.h is not needed with this Node.');
    }
  }
  rmSync(home, { recursive: true, force: true });
  return { node, failed };
}

/** Starts the built server on an empty data folder, waits for it to answer, and stops it in order. */
async function startsAndStops(clone, env) {
  const port = await freePort();
  const began = Date.now();
  const server = spawn('npm', ['start'], {
    cwd: clone,
    env: { ...env, PORT: String(port), DATA_DIR: path.join(clone, '.data') },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve) => server.once('exit', (code, signal) => resolve(code ?? signal)));
  let answered = false;
  while (!answered && Date.now() - began < 60_000 && server.exitCode === null) {
    await wait(100);
    answered = await fetch(`http://127.0.0.1:${port}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    );
  }
  const answeredMs = Date.now() - began;
  server.kill('SIGTERM');
  const end = await ended;
  console.log(`== start: ${answered ? `answered after ${answeredMs} ms` : 'no answer'}, stop: ${end}`);
  return answered && (end === 0 || end === 143 || end === 'SIGTERM');
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

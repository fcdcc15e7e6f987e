/**
 * `npm test`: the static checks side by side, then every vitest project in turn, then one line with the true totals. `npm test -- unit api` runs only those.
 * A check counts as one. A project that crashes, times out or finds no test counts as one failed, so that silence is never taken for success.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, HOW_TO_GET_CHROMIUM } from './helpers/chromium.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = path.join(root, 'node_modules', `.kindling-tests-${process.pid}`);
const inCi = process.env['CI'] === 'true';
/** No step takes this long unless it hangs; a busy machine is given time. */
const LONGEST_MS = 40 * 60_000;

const PROJECTS = ['unit', 'client', 'house', 'contract', 'api', 'e2e'] as const;
const CHECKS: { name: string; command: string[]; onlyInCi?: boolean }[] = [
  { name: 'types of server, shared and tests', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.server.json'] },
  { name: 'types of client', command: ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.client.json'] },
  { name: 'lint', command: ['npm', 'run', '--silent', 'lint', '--', '--format=unix'] },
  { name: 'migrations in step with the tables', command: ['.ci/db-check.mjs'] },
  {
    name: 'package-lock.json in step with package.json',
    command: ['npm', 'ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'],
    onlyInCi: true,
  },
];

const running = new Set<ChildProcess>();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    for (const child of running) child.kill(signal);
    process.exit(1);
  });
}

const chosen = process.argv.slice(2);
const rows: { name: string; outcome: Outcome; seconds: number }[] = [];
mkdirSync(reports, { recursive: true });
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

if (chosen.length === 0) {
  heading('Static checks');
  await Promise.all(CHECKS.filter((check) => inCi || check.onlyInCi !== true).map(staticCheck));
}
for (const name of PROJECTS) if (chosen.length === 0 || chosen.includes(name)) await project(name);
finish();

async function staticCheck(check: (typeof CHECKS)[number]): Promise<void> {
  const began = performance.now();
  const { code, output } = await runQuietly(check.command);
  record(check.name, code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }, began);
  process.stdout.write(code === 0 ? `ok      ${check.name}\n` : `FAILED  ${check.name}\n${output.trim()}\n`);
}

async function project(name: (typeof PROJECTS)[number]): Promise<void> {
  heading(name);
  const began = performance.now();
  if (name === 'e2e' && !(await readyForBrowsers(began))) return;
  const report = path.join(reports, `${name}.json`);
  const vitest = ['node_modules/vitest/vitest.mjs', 'run', '-c', 'tests/vitest.config.ts', '--project', name];
  const code = await runLoudly([...vitest, ...workersFor(name), '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  record(name, outcomeOf(readReport(report), code), began);
}

/** As many files at once as there are processors. A browser wants memory too; alone, as in `npm run e2e`, walks go one after another, for they print times. */
function workersFor(name: (typeof PROJECTS)[number]): string[] {
  const processors = availableParallelism();
  return name === 'e2e' ? ['--fileParallelism', `--maxWorkers=${Math.min(4, processors)}`] : [`--maxWorkers=${processors}`];
}

/** Browser walks need a Chromium and a build made of the present sources. */
async function readyForBrowsers(began: number): Promise<boolean> {
  if (findChromium() === null) {
    process.stdout.write(`${inCi ? 'FAILED' : 'Skipped'}: the browser walks. ${HOW_TO_GET_CHROMIUM}\n`);
    record('e2e', { passed: 0, failed: inCi ? 1 : 0, skipped: inCi ? 0 : 1 }, began);
    return false;
  }
  if ((await runLoudly(['.ci/prepare.mjs', 'build'])) === 0) return true;
  record('e2e: the build', { passed: 0, failed: 1, skipped: 0 }, began);
  return false;
}

function finish(): void {
  heading('Totals');
  for (const { name, outcome, seconds } of rows) {
    const skipped = outcome.skipped > 0 ? `, ${outcome.skipped} skipped` : '';
    process.stdout.write(
      `${outcome.failed > 0 ? 'FAILED ' : 'ok     '} ${name}: ${outcome.passed} passed, ${outcome.failed} failed${skipped} (${seconds.toFixed(1)} s)\n`,
    );
  }
  const passed = rows.reduce((sum, row) => sum + row.outcome.passed, 0);
  const failed = rows.reduce((sum, row) => sum + row.outcome.failed, 0);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
}

function record(name: string, outcome: Outcome, began: number): void {
  rows.push({ name, outcome, seconds: (performance.now() - began) / 1000 });
}

function heading(text: string): void {
  process.stdout.write(`\n== ${text}\n`);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

function runLoudly(command: string[]): Promise<number> {
  return ended(start(command, 'inherit'));
}

async function runQuietly(command: string[]): Promise<{ code: number; output: string }> {
  const child = start(command, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return { code: await ended(child), output };
}

function start(command: string[], output: 'inherit' | 'pipe'): ChildProcess {
  const [first = '', ...rest] = command;
  const isScript = first !== 'npm';
  const env = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1' };
  return spawn(isScript ? process.execPath : first, isScript ? command : rest, {
    cwd: root,
    env,
    stdio: ['ignore', output, output],
    shell: !isScript && process.platform === 'win32',
  });
}

function ended(child: ChildProcess): Promise<number> {
  running.add(child);
  const late = setTimeout(() => {
    process.stdout.write(`Stopped after ${LONGEST_MS / 60_000} minutes.\n`);
    child.kill('SIGKILL');
  }, LONGEST_MS);
  return new Promise((resolve) => {
    const done = (code: number) => {
      clearTimeout(late);
      running.delete(child);
      resolve(code);
    };
    child.once('error', () => done(1));
    child.once('close', (code) => done(code ?? 1));
  });
}

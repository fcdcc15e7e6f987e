/** `clone`: what a newcomer waits for, from `git clone` of the committed state to the first page in a browser, and the second start. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchChromium } from '#tests/helpers/chromium.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import type { Bench } from '../bench.ts';

export const cloneBench: Bench = {
  name: 'clone',
  what: 'from git clone to the first page (installs, compiles and builds: some minutes)',
  async run() {
    const folder = mkdtempSync(path.join(tmpdir(), 'kindling-clone-'));
    try {
      const began = performance.now();
      const cloned = spawnSync('git', ['clone', '--quiet', rootFolder, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
      if (cloned.status !== 0) throw new Error('git clone failed.');
      const first = await startAndLook(folder, began);
      const second = await startAndLook(folder, performance.now());
      return [
        {
          title: 'From git clone to the first page, seconds',
          head: ['when', 'npm start said the address', 'the spark box was on the page'],
          rows: [
            ['first start: clone, npm ci, build, migrations, demo', ...first],
            ['second start', ...second],
          ],
          notes: ['better-sqlite3 is compiled where no ready-made one can be fetched; that alone takes about two minutes.'],
        },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** @returns seconds since `began` until the address was said, and until the box was there */
async function startAndLook(folder: string, began: number): Promise<string[]> {
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: '0', LOG_LEVEL: 'warn', NODE_ENV: '' };
  for (const name of Object.keys(env)) if (/^npm_/i.test(name)) delete env[name];
  // A group of its own: npm start is npm, a shell, and the server.
  const child = spawn('npm', ['start'], { cwd: folder, env, stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  try {
    const url = await addressOf(child);
    const said = seconds(began);
    const browser = await launchChromium();
    try {
      const page = await browser.newPage();
      await page.goto(url);
      await page.getByLabel('What did you see, or what could be better?').waitFor();
      return [said, seconds(began)];
    } finally {
      await browser.close();
    }
  } finally {
    await end(child);
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.pid === undefined || child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    process.kill(-child.pid, 'SIGTERM');
  });
}

function seconds(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(1);
}

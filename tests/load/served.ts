/** The server as people run it: the production bundle, a process of its own, on a free port of this machine. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { rootFolder } from '#tests/helpers/root-folder.ts';

export interface Served {
  readonly url: string;
  /** Milliseconds from the start of the process until it said its address. */
  readonly startedInMs: number;
  /** Processor time spent so far, in milliseconds; null where the system does not say. */
  cpuMs(): number | null;
  /** Resident memory in bytes. */
  rss(): number;
  /** What Node says of its own memory, and how late its event loop was since it was last asked. */
  memory(): Promise<Told>;
  /** Ends it without warning. */
  kill(): Promise<void>;
  end(): Promise<void>;
}

export interface Told extends NodeJS.MemoryUsage {
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
}

export interface ServedOptions {
  readonly dataDir: string;
  readonly database?: string;
  readonly demo?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** A bundle other than the product's. */
  readonly server?: string;
}

/** Rate limits are off, for all readers come from one address. KINDLING_SERVER names another bundle, KINDLING_PROFILE a folder for processor profiles. */
export async function serve({ dataDir, database, demo = false, env = {}, server = bundle() }: ServedOptions): Promise<Served> {
  const began = performance.now();
  const profile = process.env['KINDLING_PROFILE'];
  const child = spawn(
    process.execPath,
    [
      '--enable-source-maps',
      '--import',
      new URL('tell-memory.mjs', import.meta.url).href,
      ...(profile ? ['--cpu-prof', '--cpu-prof-dir', profile] : []),
      server,
    ],
    {
      cwd: rootFolder,
      env: { ...process.env, ...ownSettings(dataDir, demo), ...(database === undefined ? {} : { DATABASE_URL: database }), ...env },
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    },
  );
  const url = await addressOf(child);
  const { pid = 0 } = child;
  return {
    url,
    startedInMs: performance.now() - began,
    cpuMs: () => cpuMsOf(pid),
    rss: () => rssOf(pid),
    memory: () => memoryOf(child),
    kill: () => kill(child),
    end: () => end(child),
  };
}

/** Builds what is not built of the present sources. @returns the path of the bundle */
export function bundle(): string {
  const other = process.env['KINDLING_SERVER'];
  if (other !== undefined) return path.resolve(other);
  const built = spawnSync(process.execPath, ['.ci/prepare.mjs', 'build'], { cwd: rootFolder, stdio: ['ignore', 'ignore', 'inherit'] });
  if (built.status !== 0) throw new Error('The build failed.');
  return path.join(rootFolder, 'dist/server.mjs');
}

function ownSettings(dataDir: string, demo: boolean): NodeJS.ProcessEnv {
  return {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: demo ? 'on' : 'off',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'warn',
  };
}

export function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}: ${said}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

/** Of all threads, to the microsecond where the system keeps it so. */
export function cpuMsOf(pid: number): number | null {
  const threads = `/proc/${pid}/task`;
  if (!existsSync(threads)) return null;
  return readdirSync(threads).reduce((sum, thread) => sum + Number(readFileSync(`${threads}/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6, 0);
}

export function rssOf(pid: number): number {
  const said = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
  return Number(said.trim()) * 1024;
}

function memoryOf(child: ChildProcess): Promise<Told> {
  return new Promise((resolve, reject) => {
    child.once('message', (told) => resolve(told as Told)); // tell-memory.mjs says nothing else.
    child.send('memory', (error) => error && reject(error));
  });
}

export function kill(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}

export function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(late);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

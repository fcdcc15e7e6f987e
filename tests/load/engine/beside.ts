/** The servers we measure ourselves beside. They live in a folder of their own, installed when first asked for, and are no part of the product. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { addressOf, cpuMsOf, end, kill, rssOf } from '../served.ts';
import type { Contestant, Page, PageParts, Running } from './contestant.ts';
import type { Ground } from './ground.ts';
import { promised } from './promised.ts';
import { type LightSocket, openWebSocket } from './web-socket.ts';

const folder = path.join(rootFolder, 'tests/load/hocuspocus');

/** Installs exactly what the lock file says; SQLite is the one our own server uses, compiled already. */
function install(): void {
  if (existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return;
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (done.status !== 0) throw new Error(`npm ci failed in ${folder}`);
  const sqlite = path.join(folder, 'node_modules/better-sqlite3');
  rmSync(sqlite, { recursive: true });
  symlinkSync(path.join(rootFolder, 'node_modules/better-sqlite3'), sqlite);
}

interface Script {
  readonly script: string;
  readonly name: string;
  readonly dataDir: string;
  readonly join: (url: string, page: PageParts) => Promise<Page>;
}

async function startScript({ script, name, dataDir, join }: Script): Promise<Running> {
  install();
  const child: ChildProcess = spawn(process.execPath, [script], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production', FOLDER: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await addressOf(child);
  const { pid = 0 } = child;
  return {
    name,
    join: (page) => join(url, page),
    cpuMs: () => cpuMsOf(pid) ?? 0,
    rss: () => rssOf(pid),
    kill: () => kill(child),
    end: () => end(child),
  };
}

/** @param kept a folder that is filled already and stays; left out, one is made and filled for each start */
export function hocuspocus(ground: Ground, kept?: string): Contestant {
  const startIn = (dataDir: string): Promise<Running> => startScript({ script: 'hocuspocus.mjs', name: 'Hocuspocus', dataDir, join: joinHocuspocus });
  return {
    name: 'Hocuspocus',
    async start() {
      if (kept !== undefined) return startIn(kept);
      const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
      const running = await startIn(dataDir);
      for (const { id, state } of ground.boards) await fill(running, id, state);
      return {
        ...running,
        end: async () => {
          await running.end();
          rmSync(dataDir, { recursive: true, force: true });
        },
      };
    },
  };
}

/** Leaves the boards in a folder as Hocuspocus keeps them. */
export async function fillHocuspocus(ground: Ground, dataDir: string): Promise<void> {
  const running = await hocuspocus(ground, dataDir).start();
  for (const { id, state } of ground.boards) await fill(running, id, state);
  await running.end();
}

async function fill(running: Running, boardId: string, state: Uint8Array): Promise<void> {
  const taken = promised();
  const page = await running.join({ boardId, nth: 0, heard: () => undefined, acknowledged: () => taken.resolve() });
  page.send(state);
  await taken.promise;
  page.leave();
}

export function broadcast(): Contestant {
  const join = async (url: string, { boardId, heard, ended }: PageParts): Promise<Page> => {
    const socket = await openWebSocket({ url, path: `/${boardId}`, heard, ...(ended === undefined ? {} : { ended }) });
    return { send: (update) => socket.send(update), leave: () => socket.end() };
  };
  return { name: 'bare ws', start: () => startScript({ script: 'broadcast.mjs', name: 'bare ws', dataDir: tmpdir(), join }) };
}

/** Message types of the Hocuspocus protocol, and of y-protocols inside it. */
const kind = { sync: 0, auth: 2, syncReply: 4, syncStatus: 8 } as const;
const step = { one: 0, two: 1, update: 2 } as const;
const emptyStateVector = new Uint8Array([0]);

async function joinHocuspocus(url: string, page: PageParts): Promise<Page> {
  const { boardId } = page;
  let socket: LightSocket | null = null;
  const opened = promised();
  const say = (write: (encoder: encoding.Encoder) => void): void =>
    socket?.send(
      encoding.encode((encoder) => {
        encoding.writeVarString(encoder, boardId);
        write(encoder);
      }),
    );
  const hear = (payload: Buffer): void => {
    const decoder = decoding.createDecoder(payload);
    decoding.readVarString(decoder);
    const what = decoding.readVarUint(decoder);
    if (what === kind.syncStatus) return page.acknowledged?.();
    if (what === kind.auth) {
      if (decoding.readVarUint(decoder) !== 2) return opened.reject(new Error('not let in'));
      return say((encoder) => {
        encoding.writeVarUint(encoder, kind.sync);
        encoding.writeVarUint(encoder, step.one);
        encoding.writeVarUint8Array(encoder, emptyStateVector);
      });
    }
    if (what !== kind.sync && what !== kind.syncReply) return;
    const inner = decoding.readVarUint(decoder);
    if (inner === step.one) return;
    const update = decoding.readVarUint8Array(decoder);
    if (inner === step.update) return page.heard(update);
    page.opened?.(update);
    opened.resolve();
  };
  socket = await openWebSocket({ url, path: '/', heard: hear, ...(page.ended === undefined ? {} : { ended: page.ended }) });
  say((encoder) => {
    encoding.writeVarUint(encoder, kind.auth);
    encoding.writeVarUint(encoder, 0);
    encoding.writeVarString(encoder, '');
  });
  await opened.promise;
  const line = socket;
  const send = (update: Uint8Array): void =>
    say((encoder) => {
      encoding.writeVarUint(encoder, kind.sync);
      encoding.writeVarUint(encoder, step.update);
      encoding.writeVarUint8Array(encoder, update);
    });
  return { send, leave: () => line.end() };
}

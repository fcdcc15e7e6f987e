/** Two disks that fill up: a bound SQLite keeps, which works everywhere, and a file system of a few megabytes, where this process may mount one. */
import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ServerProcess, startServerProcess } from './server-process.ts';

export interface SmallDisk {
  readonly dataDir: string;
  start(): Promise<ServerProcess>;
  /** From now on there is no room. */
  fill(server: ServerProcess): Promise<void>;
  /** There is room again. */
  empty(server: ServerProcess): Promise<void>;
  remove(): void;
}

/** SQLite refuses to let its file grow. */
export function boundedFile(): SmallDisk {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
  return {
    dataDir,
    start: () => startServerProcess({ DATA_DIR: dataDir }, ['tests/helpers/server-that-fills-up.ts']),
    fill: (server) => server.tell('full'),
    empty: (server) => server.tell('room'),
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}

/** A real file system that has no room left. @returns null where none can be mounted */
export function smallFileSystem(): SmallDisk | null {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', dataDir], { stdio: 'ignore' });
  } catch {
    remove();
    return null;
  }
  const filler = path.join(dataDir, 'filler');
  return {
    dataDir,
    start: () => startServerProcess({ DATA_DIR: dataDir }),
    fill: async () => fillWith(filler),
    empty: async () => rmSync(filler),
    remove() {
      execFileSync('umount', ['-l', dataDir]);
      remove();
    },
  };
}

function fillWith(file: string): void {
  const out = openSync(file, 'a');
  try {
    for (let size = 1_048_576; size >= 512;) {
      try {
        writeSync(out, Buffer.alloc(size));
      } catch {
        size /= 2;
      }
    }
  } finally {
    closeSync(out);
  }
}

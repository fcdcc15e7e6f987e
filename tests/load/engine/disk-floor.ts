/** What this disk takes to keep one row as our server keeps it (WAL, `synchronous=FULL`): below this nobody can acknowledge what is durable. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { spreadOf, type Spread } from '../spread.ts';

const commits = 40;
/** As far apart as edits at a human rate: a disk in use all the time answers faster. */
const pauseMs = 50;

export async function diskFloor(): Promise<Spread> {
  const folder = mkdtempSync(path.join(tmpdir(), 'kindling-load-'));
  const database = new Database(path.join(folder, 'floor.sqlite'));
  try {
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.exec('create table kept (bytes blob)');
    const keep = database.prepare('insert into kept values (?)');
    const times: number[] = [];
    for (let n = 0; n < commits; n++) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
      const began = performance.now();
      keep.run(Buffer.alloc(60, n));
      times.push(performance.now() - began);
    }
    return spreadOf(times);
  } finally {
    database.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

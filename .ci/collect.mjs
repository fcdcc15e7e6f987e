/**
 * Makes garbage of thousands of prepared statements, iterators and databases and has it collected while nothing else runs, which is when a badly compiled
 * better-sqlite3 aborts. Ends with code 0 when it lives: node --expose-gc --max-semi-space-size=1 .ci/collect.mjs (the small space makes the collector busy)
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const note = sqliteTable('note', { id: integer('id').primaryKey(), words: text('words') });
const folder = mkdtempSync(path.join(tmpdir(), 'kindling-collect-'));
let read = 0;
for (let round = 0; round < 20; round++) {
  const file = new Database(path.join(folder, `${round}.db`));
  file.pragma('journal_mode = WAL');
  file.exec('create table note (id integer primary key, words text)');
  const db = drizzle(file);
  for (let id = 0; id < 300; id++) {
    db.insert(note)
      .values({ id, words: `note ${id}` })
      .run();
    read += db.select().from(note).where(eq(note.id, id)).all().length;
  }
  for (const row of file.prepare('select * from note').iterate()) if (row.id === 150) break;
  db.transaction((tx) => tx.delete(note).run());
  await wait(5);
  await new Promise((resolve) => setTimeout(() => resolve(globalThis.gc()), 5));
  await globalThis.gc({ type: 'major', execution: 'async' });
  // Every other database is left for the collector to close.
  if (round % 2 === 0) file.close();
}
rmSync(folder, { recursive: true, force: true });
if (read !== 6000) throw new Error(`read ${read} rows instead of 6000`);
console.log(`Node ${process.versions.node}: 12,000 statements collected.`);

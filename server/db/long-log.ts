/** The log of SQLite (WAL), long before it is needed. */
import { statfsSync, statSync } from 'node:fs';
import type Database from 'better-sqlite3';

/** Pages: more than people write between two quiet moments. Where more is written the log grows, and stays long from then on. */
export const logPages = 2500;
/** A page in the log: 4,096 bytes and what the log says of it (https://sqlite.org/fileformat2.html#walformat). */
const pageBytes = 4096 + 24;
const stepBytes = 1_000_000;
/** So many times what the log takes must be free: the rest of the disk is for what people write. */
const spare = 10;

/**
 * Makes the log long, which takes some 20 ms. A commit that writes over what is there waits for the disk once; one that makes the file longer waits until the
 * file system has written down its length as well, which takes long where others write too.
 * It is filled by a transaction that outgrows its memory and is taken back: nothing of it is ever read.
 * @throws what the disk throws; the database is as it was
 */
export function lengthenLog(writer: Database.Database): void {
  const wanted = logPages * pageBytes;
  const there = statSync(`${writer.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
  if (there >= wanted || freeBytes(writer.name) < spare * wanted) return;
  const memory = Number(writer.pragma('cache_size', { simple: true }));
  writer.pragma('cache_size = 10');
  try {
    writer.exec('BEGIN IMMEDIATE; CREATE TABLE long_log (zeros BLOB)');
    const fill = writer.prepare('INSERT INTO long_log (zeros) VALUES (zeroblob(?))');
    for (let filled = 0; filled < wanted; filled += stepBytes) fill.run(stepBytes);
  } finally {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    writer.pragma(`cache_size = ${memory}`);
  }
}

function freeBytes(file: string): number {
  const { bavail, bsize } = statfsSync(file);
  return bavail * bsize;
}

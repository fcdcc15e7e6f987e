/** SQLite: one writer connection behind a queue, one connection that can only read. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { type SQL, sql } from 'drizzle-orm';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { sqliteAppendOnly } from './append-only.ts';
import { type Db, makeTransact, type ReadQueries, type Tx, type WriteQueries } from './db.ts';
import { keepStatements } from './kept-statements.ts';
import { sqliteKit } from './kit.sqlite.ts';
import { lengthenLog } from './long-log.ts';
import { makeRoomToWrite } from './room-to-write.ts';
import { defineTables } from './tables.ts';

/** The first SQLite without the WAL-reset fault (two connections, checkpoint and write: a corrupt file). */
const oldestSqlite = [3, 51, 3] as const;

/** The disk is full, broken, read-only, or held by somebody else. */
const cannotWrite = (code: string): boolean => /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|BUSY)/.test(code);

/** So long without a write is a quiet moment. */
const quietMs = 3000;

/**
 * Opens the file, creating and migrating it as needed.
 * @throws Error when SQLite is too old or does not keep `synchronous=FULL`
 */
export function openSqlite(file: string, migrationsFolder: string): Db {
  mkdirSync(path.dirname(file), { recursive: true });
  const writer = connect(file);
  assertSqlite(writer);
  const write = drizzle(writer, { casing: 'snake_case' });
  migrate(write, { migrationsFolder });
  for (const statement of sqliteAppendOnly) writer.exec(statement);
  // A checkpoint waits for the disk twice while everybody waits for it: it is left for a quiet moment, and happens anyway before the log grows large.
  writer.pragma('wal_autocheckpoint = 10000');
  // What a statement of several rows may have to take back is remembered in memory, not in a file made and removed for each commit.
  writer.pragma('temp_store = MEMORY');
  const whenQuiet = async (): Promise<void> => {
    writer.pragma('wal_checkpoint(PASSIVE)');
    lengthenLog(writer);
  };
  // One that fails changes nothing, and the next is as good.
  const quiet = setTimeout(() => void queued(whenQuiet).catch(() => undefined), quietMs).unref();
  const reader = connect(file);
  reader.pragma('query_only = ON'); // a stray write outside transact() throws instead of racing the writer.
  for (const connection of [writer, reader]) keepStatements(connection);
  const kept = new Map<string, Database.Statement>();
  const run: Tx['run'] = async (source, values) => {
    const statement = kept.get(source) ?? writer.prepare(source);
    kept.set(source, statement);
    return statement.run(...values).changes;
  };
  const durable = writer.prepare('pragma synchronous').pluck();
  const t = defineTables(sqliteKit);
  let tail: Promise<unknown> = Promise.resolve();
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = tail.then(work);
    tail = mine.catch(() => undefined);
    return mine;
  };
  const room = makeRoomToWrite(cannotWrite);
  const transact = makeTransact(t, room, (work) => {
    quiet.refresh();
    return queued(() => inTransaction(writer, durable, () => work(asWrites(write), run)));
  });
  return {
    dialect: 'sqlite',
    t,
    sql: asReads(drizzle(reader, { casing: 'snake_case' })),
    transact,
    async ping() {
      reader.prepare('select 1').get();
      await room.ask(transact);
    },
    maintain: (statement: SQL) => queued(async () => void write.run(statement)),
    close: () =>
      queued(async () => {
        clearTimeout(quiet);
        write.run(sql`pragma wal_checkpoint(truncate)`);
        reader.close();
        writer.close();
      }),
  };
}

function connect(file: string): Database.Database {
  const database = new Database(file, { timeout: 5000 });
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  return database;
}

function assertSqlite(database: Database.Database): void {
  const version = String(database.prepare('select sqlite_version()').pluck().get());
  const parts = version.split('.').map(Number);
  const older = oldestSqlite.findIndex((part, i) => (parts[i] ?? 0) !== part);
  if (older >= 0 && (parts[older] ?? 0) < (oldestSqlite[older] ?? 0)) throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')}`);
  if (database.pragma('synchronous', { simple: true }) !== 2) throw new Error('SQLite does not keep synchronous=FULL');
}

/** Commits only what will outlast a power cut: `synchronous=FULL` is asked for at every commit, not only when the file is opened. */
async function inTransaction<T>(writer: Database.Database, durable: Database.Statement, work: () => Promise<T>): Promise<T> {
  writer.exec('BEGIN IMMEDIATE');
  try {
    const result = await work();
    if (durable.get() !== 2) throw new Error('SQLite no longer keeps synchronous=FULL');
    writer.exec('COMMIT');
    return result;
  } catch (thrown) {
    if (writer.inTransaction) writer.exec('ROLLBACK');
    throw thrown;
  }
}

/** Drizzle's SQLite builder answers when awaited, with the same shapes as PostgreSQL's: the contract suite shows it. */
function asReads(database: BetterSQLite3Database): ReadQueries {
  return database as unknown as ReadQueries;
}

function asWrites(database: BetterSQLite3Database): WriteQueries {
  return database as unknown as WriteQueries;
}

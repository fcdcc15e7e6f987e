import path from 'node:path';
import type { Db } from './db.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

/** Opens the database an address names: `postgres://...`, or else a file for SQLite. */
export async function openDb(address: string, drizzleFolder: string): Promise<Db> {
  if (/^postgres(ql)?:/.test(address)) return openPostgres(address, path.join(drizzleFolder, 'postgres'));
  return openSqlite(address, path.join(drizzleFolder, 'sqlite'));
}

import path from 'node:path';
import type { Db } from './db.ts';
import { openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';

/** Whether an address names PostgreSQL; all others are the path of a SQLite file. */
export const isPostgres = (address: string): boolean => /^postgres(ql)?:/.test(address);

/** Opens the database an address names: `postgres://...`, or else a file for SQLite. */
export async function openDb(address: string, drizzleFolder: string): Promise<Db> {
  if (isPostgres(address)) return openPostgres(address, path.join(drizzleFolder, 'postgres'));
  return openSqlite(address, path.join(drizzleFolder, 'sqlite'));
}

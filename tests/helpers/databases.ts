/** A fresh database of either kind for a test file; both are real. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import type { Db, Dialect } from '#server/db/db.ts';
import { openDb } from '#server/db/open.ts';
import { rootFolder } from './root-folder.ts';

export const dialects: readonly Dialect[] = ['sqlite', 'postgres'];

/** Registers the suite once a dialect; `database()` is open while its tests run. */
export function onBothDatabases(title: string, suite: (database: () => Db, dialect: Dialect) => void): void {
  describe.each(dialects)(`${title} on %s`, (dialect) => {
    let open: { db: Db; drop(): Promise<void> } | null = null;
    beforeAll(async () => {
      const place = await newDatabase(dialect);
      open = { db: await openDb(place.address, path.join(rootFolder, 'drizzle')), drop: place.drop };
    });
    afterAll(async () => {
      await open?.db.close();
      await open?.drop();
    });
    suite(() => {
      if (open === null) throw new Error('the database is open only while tests run');
      return open.db;
    }, dialect);
  });
}

/** The address of an empty database, and how to drop it. */
export async function newDatabase(dialect: Dialect): Promise<{ address: string; drop(): Promise<void> }> {
  if (dialect === 'sqlite') {
    const folder = mkdtempSync(path.join(tmpdir(), 'kindling-'));
    return { address: path.join(folder, 'kindling.sqlite'), drop: async () => rmSync(folder, { recursive: true, force: true }) };
  }
  const admin = inject('postgresUrl');
  const name = `kindling_${randomBytes(8).toString('hex')}`;
  await onAdmin(admin, `create database ${name}`);
  const address = new URL(admin);
  address.pathname = `/${name}`;
  return { address: address.toString(), drop: () => onAdmin(admin, `drop database if exists ${name} with (force)`) };
}

async function onAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

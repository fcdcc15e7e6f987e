import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { getAuthTables } from 'better-auth/db';
import { count, eq, getTableColumns, getTableName, sql as text } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { makeAuth } from '#server/auth/auth.ts';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import type { Db } from '#server/db/db.ts';
import { logPages } from '#server/db/long-log.ts';
import { openDb } from '#server/db/open.ts';
import { newId } from '#shared/lib/ids.ts';
import { dialects, newDatabase, onBothDatabases } from '#tests/helpers/databases.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';

const at = new Date('2027-06-12T08:09:10.123Z');

function aSite(id: string, position = 0) {
  return { id, name: 'Ward 4', position, archivedAt: null };
}

onBothDatabases('the database', (database) => {
  const names = async (): Promise<string[]> =>
    (await database().sql.select({ id: database().t.site.id }).from(database().t.site)).map((row) => row.id);

  test('[DB1] keeps all of a transaction, or nothing', async () => {
    const [kept, lost] = [newId(), newId()];
    await database().transact(async ({ sql, t }) => void (await sql.insert(t.site).values(aSite(kept))));
    const failing = database().transact(async ({ sql, t }) => {
      await sql.insert(t.site).values(aSite(lost));
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await names()).toContain(kept);
    expect(await names()).not.toContain(lost);
  });

  test('[DB2] refuses a transaction inside a transaction', async () => {
    await expect(database().transact(() => database().transact(async () => 1))).rejects.toThrow(/inside/);
  });

  test('[DB3] throws when a Tx is used after its end', async () => {
    const tx = await database().transact(async (mine) => mine);
    expect(() => tx.sql.select()).toThrow(/after/);
  });

  test('[DB4] runs hooks after the commit, in order, and not after a throw', async () => {
    const said: string[] = [];
    const id = newId();
    await database().transact(async (tx) => {
      tx.afterCommit(() => said.push('first'));
      tx.afterCommit(() => said.push('second'));
      await tx.sql.insert(tx.t.site).values(aSite(id));
      expect(said).toEqual([]);
    });
    await database()
      .transact(async (tx) => {
        tx.afterCommit(() => said.push('never'));
        throw new Error('no');
      })
      .catch(() => undefined);
    expect(said).toEqual(['first', 'second']);
  });

  test('[DB4a] runs hooks after the work and before the commit; what they write is kept with it, or lost with it', async () => {
    const [work, hook, lost] = [newId(), newId(), newId()];
    const said: string[] = [];
    const writing = (id: string, fails: boolean) =>
      database().transact(async (tx) => {
        tx.afterCommit(() => said.push('committed'));
        tx.beforeCommit(async () => {
          said.push('before');
          await tx.sql.insert(tx.t.site).values(aSite(id));
          if (fails) throw new Error('no');
        });
        said.push('work');
        if (!fails) await tx.sql.insert(tx.t.site).values(aSite(work));
      });
    await writing(hook, false);
    await expect(writing(lost, true)).rejects.toThrow('no');
    expect(said).toEqual(['work', 'before', 'committed', 'work', 'before']);
    expect(await names()).toEqual(expect.arrayContaining([work, hook]));
    expect(await names()).not.toContain(lost);
  });

  test('[DB5] twenty changes of one row at once are twenty changes', async () => {
    const id = newId();
    await database().transact(async ({ sql, t }) => void (await sql.insert(t.site).values(aSite(id))));
    await Promise.all(
      Array.from({ length: 20 }, () =>
        database().transact(
          async ({ sql, t }) =>
            void (await sql
              .update(t.site)
              .set({ position: text`${t.site.position} + 1` })
              .where(eq(t.site.id, id))
              .returning()),
        ),
      ),
    );
    const [row] = await database().sql.select().from(database().t.site).where(eq(database().t.site.id, id));
    expect(row?.position).toBe(20);
  });

  test('[DB7] gives back what it was given', async () => {
    const boardId = newId();
    const buffer = new Uint8Array([9, 9, 0, 1, 255, 254, 9, 9]);
    const update = { boardId, seq: 1, epoch: 1, personId: null, bytes: buffer.subarray(2, 6), createdAt: at, quarantinedAt: null };
    const client = { boardId, clientId: 2 ** 32 - 1, personId: 'Ünïcödé 漢字 🙂 \'; drop table "site"; -- %_\\', createdAt: at };
    await database().transact(async ({ sql, t }) => {
      await sql.insert(t.boardUpdate).values(update);
      await sql.insert(t.boardClient).values([client, { ...client, clientId: Number.MAX_SAFE_INTEGER }]);
      await sql
        .insert(t.activity)
        .values({ at, what: 'test', initiativeId: boardId, personId: null, elementId: null, values: { title: 'é\n"', n: 1.5 } });
      await sql.insert(t.place).values({ id: boardId, name: 'x', demo: true, openToRead: false, keptBy: null, createdAt: at });
    });
    const { sql, t } = database();
    expect(await sql.select().from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId))).toEqual([
      { ...update, bytes: new Uint8Array([0, 1, 255, 254]) },
    ]);
    const clients = await sql.select().from(t.boardClient).where(eq(t.boardClient.boardId, boardId)).orderBy(t.boardClient.clientId);
    expect(clients).toEqual([client, { ...client, clientId: Number.MAX_SAFE_INTEGER }]);
    const [activity] = await sql.select().from(t.activity).where(eq(t.activity.initiativeId, boardId));
    expect(activity).toMatchObject({ at, personId: null, values: { title: 'é\n"', n: 1.5 } });
    const [place] = await sql.select().from(t.place).where(eq(t.place.id, boardId));
    expect(place).toMatchObject({ demo: true, openToRead: false, keptBy: null });
  });

  test('[DB14] asked after something was not kept, makes a trial and leaves nothing of it', async () => {
    const full = Object.assign(new Error('no room'), { code: database().dialect === 'sqlite' ? 'SQLITE_FULL' : '53100' });
    const unavailable = { body: { code: 'unavailable', reason: 'problem.not-saved' }, cause: full };
    await expect(database().transact(() => Promise.reject(full))).rejects.toMatchObject(unavailable);
    for (let time = 0; time < 2; time++) await database().ping();
    await expect(database().maintain(text.raw('select words from room_to_write'))).rejects.toThrow();
  });

  test('[DB12] has every table the house defines', async () => {
    const { sql, t } = database();
    for (const table of Object.values(t)) expect(Number(await sql.$count(table)), getTableName(table)).toBeGreaterThanOrEqual(0);
  });

  test('[DB8] counts the same', async () => {
    const { sql, t } = database();
    const [row] = await sql.select({ n: count() }).from(t.site);
    expect(Number(row?.n)).toBe((await names()).length);
  });
});

describe('[DB6] SQLite', () => {
  test('throws on a write outside a transaction', async () => {
    const { address, drop } = await newDatabase('sqlite');
    const db = await openDb(address, path.join(rootFolder, 'drizzle'));
    try {
      await expect(db.maintain(text`pragma user_version`)).resolves.toBeUndefined();
      const reads: unknown = db.sql;
      const stray = reads as { insert(table: unknown): { values(row: unknown): Promise<unknown> } };
      await expect(async () => stray.insert(db.t.site).values(aSite(newId()))).rejects.toThrow(/readonly/);
    } finally {
      await db.close();
      await drop();
    }
  });

  test('takes transactions in the order they came', async () => {
    const { address, drop } = await newDatabase('sqlite');
    const db = await openDb(address, path.join(rootFolder, 'drizzle'));
    const order: number[] = [];
    await Promise.all([0, 1, 2].map((n) => db.transact(async () => void order.push(await later(3 - n, n)))));
    expect(order).toEqual([0, 1, 2]);
    await db.close();
    await drop();
  });

  test('[DB9] keeps synchronous=FULL and journals ahead', async () => {
    const { address, drop } = await newDatabase('sqlite');
    const db = await openDb(address, path.join(rootFolder, 'drizzle'));
    const look = new Database(address, { readonly: true });
    expect(look.pragma('journal_mode', { simple: true })).toBe('wal');
    look.close();
    await db.transact(async ({ sql, t }) => void (await sql.insert(t.site).values(aSite('kept-site-1'))));
    // A connection that has lost it commits nothing more.
    await db.maintain(text`pragma synchronous = normal`);
    await expect(db.transact(async ({ sql, t }) => void (await sql.insert(t.site).values(aSite('kept-site-2'))))).rejects.toThrow('synchronous=FULL');
    await db.maintain(text`pragma synchronous = full`);
    expect((await db.sql.select().from(db.t.site)).map(({ id }) => id)).toEqual(['kept-site-1']);
    await db.close();
    await drop();
  });
});

test('[DB15] in a quiet moment the log of SQLite becomes long, and what people write then goes over it', async () => {
  const { address, drop } = await newDatabase('sqlite');
  const db = await openDb(address, path.join(rootFolder, 'drizzle'));
  const bytes = (file: string): number => statSync(file).size;
  const log = (): number => bytes(`${address}-wal`);
  await expect.poll(log).toBeGreaterThan(logPages * 4096);
  const [whole, long] = [bytes(address), log()];
  for (let n = 0; n < 30; n++) await db.transact(async ({ sql, t }) => void (await sql.insert(t.site).values(aSite(newId()))));
  expect(log()).toBe(long);
  // As after a crash: whoever opens what is there now reads what was kept, and nothing of what only made the log long.
  const after = mkdtempSync(path.join(tmpdir(), 'kindling-'));
  for (const part of ['', '-wal']) copyFileSync(`${address}${part}`, path.join(after, `copy.sqlite${part}`));
  const copy = new Database(path.join(after, 'copy.sqlite'));
  expect(copy.prepare('select count(*) from site').pluck().get()).toBe(30);
  expect(copy.prepare("select count(*) from sqlite_master where name = 'long_log'").pluck().get()).toBe(0);
  expect(copy.pragma('integrity_check', { simple: true })).toBe('ok');
  copy.close();
  rmSync(after, { recursive: true });
  await db.close();
  expect(bytes(address) - whole).toBeLessThan(1_000_000);
  await drop();
});

describe.each(dialects)('[DB10] opening %s', (dialect) => {
  test('again, and twice at once, changes nothing more', async () => {
    const { address, drop } = await newDatabase(dialect);
    const open = (): Promise<Db> => openDb(address, path.join(rootFolder, 'drizzle'));
    const first = dialect === 'postgres' ? await Promise.all([open(), open()]) : [await open()];
    await first[0]?.transact(async ({ sql, t }) => void (await sql.insert(t.site).values(aSite('kept-site-1'))));
    const again = await open();
    expect(await again.sql.select().from(again.t.site)).toHaveLength(1);
    for (const db of [...first, again]) await db.close();
    await drop();
  });
});

test('[DB11] every field better-auth keeps has a column', async () => {
  const { address, drop } = await newDatabase('sqlite');
  const db = await openDb(address, path.join(rootFolder, 'drizzle'));
  const config = configFrom(readEnv({ DATA_DIR: path.dirname(address) }), rootFolder);
  const mail = { send: async () => undefined, close: () => undefined };
  const auth = makeAuth({
    config,
    db,
    mail,
    url: 'http://127.0.0.1:1',
    news: { sessionEnded: () => undefined, guestClaimed: async () => undefined },
  });
  const { user, session, account, verification } = db.t;
  const kept = { user, session, account, verification };
  for (const [name, table] of Object.entries(getAuthTables(auth.options))) {
    const ours = Object.entries(kept).find(([key]) => key === name)?.[1];
    expect(ours, `no table for ${name}`).toBeDefined();
    if (ours !== undefined)
      for (const field of Object.keys(table.fields)) expect(Object.keys(getTableColumns(ours)), `${name}.${field}`).toContain(field);
  }
  await db.close();
  await drop();
});

/** A value some turns of the event loop later. */
async function later<T>(turns: number, value: T): Promise<T> {
  for (let n = 0; n < turns; n++) await new Promise((resolve) => setImmediate(resolve));
  return value;
}

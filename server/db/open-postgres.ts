/** PostgreSQL: a pool for everything; several servers may start at once and one of them migrates. */
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { postgresAppendOnly } from './append-only.ts';
import { type Db, makeTransact } from './db.ts';
import { postgresKit } from './kit.postgres.ts';
import { makeRoomToWrite } from './room-to-write.ts';
import { defineTables } from './tables.ts';

/** Classes of SQLSTATE: the connection, resources (a full disk), the server going or starting, its system; a standby; and what Node says of a socket. */
const cannotWrite = (code: string): boolean => /^(08|53|57P|58)\w+$|^25006$|^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code);

const migrationLock = 727_274;

/** Opens the database at the address, migrating it as needed. */
export async function openPostgres(url: string, migrationsFolder: string): Promise<Db> {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined); // an idle connection that breaks is replaced by the pool; a query on it rejects on its own.
  const database = drizzle(pool, { casing: 'snake_case' });
  const connection = await pool.connect();
  try {
    await connection.query('select pg_advisory_lock($1)', [migrationLock]);
    await migrate(drizzle(connection, { casing: 'snake_case' }), { migrationsFolder });
    for (const statement of postgresAppendOnly) await connection.query(statement);
  } finally {
    await connection.query('select pg_advisory_unlock($1)', [migrationLock]);
    connection.release();
  }
  const t = defineTables(postgresKit);
  const room = makeRoomToWrite(cannotWrite);
  const transact = makeTransact(t, room, (work) =>
    inTransaction(pool, (connection) =>
      work(drizzle(connection, { casing: 'snake_case' }), async (source, values) => (await connection.query(source, [...values])).rowCount ?? 0),
    ),
  );
  return {
    dialect: 'postgres',
    t,
    sql: database,
    transact,
    async ping() {
      await database.execute(sql`select 1`);
      await room.ask(transact);
    },
    maintain: async (statement) => void (await database.execute(statement)),
    close: () => pool.end(),
  };
}

/** A connection that cannot even roll back is thrown away. */
async function inTransaction<T>(pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  let broken = false;
  try {
    await connection.query('begin');
    const result = await work(connection);
    await connection.query('commit');
    return result;
  } catch (thrown) {
    await connection.query('rollback').catch(() => (broken = true));
    throw thrown;
  } finally {
    connection.release(broken);
  }
}

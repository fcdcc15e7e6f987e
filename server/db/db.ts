/** The database as the rest of the server sees it: read freely, write only inside a transaction. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { SQL } from 'drizzle-orm';
import type { PgDatabase, PgQueryResultHKT } from 'drizzle-orm/pg-core';
import type { RoomToWrite } from './room-to-write.ts';
import type { Tables } from './tables.ts';

type Queries = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** What may be asked outside a transaction: the part of Drizzle's builder both dialects share. */
export type ReadQueries = Pick<Queries, 'select' | 'selectDistinct' | '$count'>;
export type WriteQueries = ReadQueries & Pick<Queries, 'insert' | 'update' | 'delete'>;

export interface Reader {
  readonly sql: ReadQueries;
  readonly t: Tables;
}

export interface Tx {
  readonly sql: WriteQueries;
  readonly t: Tables;
  /** Carries out SQL that was built before (kept-sql.ts). @returns how many rows it changed */
  run(source: string, values: readonly unknown[]): Promise<number>;
  /** Runs when the work is done, in order, still in the transaction: for rows that everybody waits for, so that they wait shortly. */
  beforeCommit(run: () => Promise<void>): void;
  /** Runs once the commit has happened, in order; the only place to publish from. */
  afterCommit(run: () => void): void;
}

export type Dialect = 'sqlite' | 'postgres';

export interface Db extends Reader {
  readonly dialect: Dialect;
  /** One transaction; on SQLite transactions queue behind each other. A Tx must not be used after `work` has ended. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Ends well when the database answers, and can write as far as is known. @throws otherwise */
  ping(): Promise<void>;
  /** Runs maintenance SQL that has no place in a transaction (checkpoint, VACUUM INTO). */
  maintain(statement: SQL): Promise<void>;
  close(): Promise<void>;
}

const inside = new AsyncLocalStorage<{ over: boolean }>();

/** A driver's own begin and commit around some work. */
type InTransaction = <T>(work: (sql: WriteQueries, run: Tx['run']) => Promise<T>) => Promise<T>;

/** Builds `transact` on it: no nesting, no use after the end, hooks only after commit. */
export function makeTransact(t: Tables, room: RoomToWrite, inTransaction: InTransaction): Db['transact'] {
  return async function transact<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inside.getStore()?.over === false) throw new Error('transact() inside transact(): pass the Tx on instead');
    const last: Array<() => Promise<void>> = [];
    const hooks: Array<() => void> = [];
    const scope = { over: false };
    const result = await inside.run(scope, () =>
      room.watch(() =>
        inTransaction(async (sql, run) => {
          try {
            const tx: Tx = {
              sql: closable(sql, scope),
              t,
              run: (source, values) => (scope.over ? Promise.reject(usedAfterEnd()) : run(source, values)),
              beforeCommit: (hook) => void last.push(hook),
              afterCommit: (hook) => void hooks.push(hook),
            };
            const done = await work(tx);
            for (const hook of last) await hook();
            return done;
          } finally {
            scope.over = true;
          }
        }),
      ),
    );
    for (const hook of hooks) hook();
    return result;
  };
}

function closable(sql: WriteQueries, scope: { over: boolean }): WriteQueries {
  return new Proxy(sql, {
    get(target, key) {
      if (scope.over) throw usedAfterEnd();
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== 'function') return member;
      const method: unknown = member.bind(target);
      return method;
    },
  });
}

function usedAfterEnd(): Error {
  return new Error('Tx used after its transaction ended');
}

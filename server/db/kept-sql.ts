/** The SQL of the busiest path, which Drizzle builds once: building it anew costs more than carrying it out. */
import { getTableColumns, Param, Placeholder, sql as text } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from './db.ts';
import type { Tables } from './tables.ts';

/** Something of Drizzle's that can say its SQL. */
interface Built {
  toSQL(): { readonly sql: string; readonly params: readonly unknown[] };
}
type Insert<T extends PgTable> = (tx: Pick<Tx, 'sql' | 't'>, rows: T['$inferInsert'][]) => Built;

/** One statement takes no more rows than this: both databases bound the values of one, SQLite at 32,766. */
const mostRows = 100;

/** Makes a function that puts rows into a table. Every row names every column. */
export function keptInsert<T extends PgTable>(
  tableOf: (t: Tables) => T,
  build: Insert<T>,
): (tx: Tx, rows: readonly T['$inferInsert'][]) => Promise<void> {
  const kept = new WeakMap<PgTable, string[]>();
  return async (tx, rows) => {
    const table = tableOf(tx.t);
    const columns = Object.entries(getTableColumns(table));
    const byCount = kept.get(table) ?? [];
    kept.set(table, byCount);
    for (let from = 0; from < rows.length; from += mostRows) {
      const some = rows.slice(from, from + mostRows);
      const source = (byCount[some.length] ??= build(tx, some).toSQL().sql);
      const values = some.flatMap((row: Record<string, unknown>) => columns.map(([name, column]) => toDriver(row[name], column)));
      await tx.run(source, values);
    }
  };
}

/** Makes a function that carries out one statement, whose values are named with `slot`. @returns how many rows it changed */
export function keptUpdate<V extends Record<string, string | number>>(
  build: (tx: Pick<Tx, 'sql' | 't'>) => Built,
): (tx: Tx, values: V) => Promise<number> {
  const kept = new WeakMap<Tables, { readonly source: string; readonly names: readonly string[] }>();
  return (tx, values) => {
    let made = kept.get(tx.t);
    if (made === undefined) {
      const { sql: source, params } = build(tx).toSQL();
      made = { source, names: params.map(nameOf) };
      kept.set(tx.t, made);
    }
    return tx.run(
      made.source,
      made.names.map((name) => values[name]),
    );
  };
}

/** The place of a value in a kept statement. */
export function slot(name: string) {
  return text`${text.placeholder(name)}`;
}

function nameOf(param: unknown): string {
  const place: unknown = param instanceof Param ? param.value : param;
  if (!isPlace(place)) throw new Error('a kept statement has a value of its own');
  return place.name;
}

function isPlace(value: unknown): value is Placeholder<string> {
  return value instanceof Placeholder;
}

function toDriver(value: unknown, column: { mapToDriverValue(value: unknown): unknown }): unknown {
  if (value === undefined) throw new Error('a row leaves out a column');
  return value === null ? null : column.mapToDriverValue(value);
}

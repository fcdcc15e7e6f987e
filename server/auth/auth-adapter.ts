/** Lets better-auth keep its rows in our database, through our one writer. */
import { type AdapterFactoryCustomizeAdapterCreator, type CleanedWhere, createAdapterFactory } from 'better-auth/adapters';
import { and, asc, desc, eq, getTableColumns, gt, gte, inArray, isNotNull, isNull, like, lt, lte, ne, notInArray, or, type SQL } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Db } from '../db/db.ts';

type Row = Record<string, unknown>;

/** The adapter better-auth is given; one transaction a write. */
export function authAdapter(db: Db) {
  return createAdapterFactory({
    config: {
      adapterId: 'kindling',
      adapterName: 'Kindling',
      supportsDates: true,
      supportsBooleans: true,
      supportsJSON: false,
      supportsNumericIds: false,
      transaction: false,
    },
    adapter: () => operations(db),
  });
}

function operations(db: Db): ReturnType<AdapterFactoryCustomizeAdapterCreator> {
  const tableOf = (model: string) => authTable(db, model);
  return {
    create: async ({ model, data }) => {
      const [row] = await db.transact((tx) => tx.sql.insert(tableOf(model)).values(data).returning());
      return asAsked(row);
    },
    findOne: async ({ model, where }) => {
      const table = tableOf(model);
      const [row] = await db.sql.select().from(table).where(condition(table, where)).limit(1);
      return row === undefined ? null : asAsked(row);
    },
    findMany: async ({ model, where, limit, sortBy, offset }) => {
      const table = tableOf(model);
      const order = sortBy ? (sortBy.direction === 'desc' ? desc : asc)(columnOf(table, sortBy.field)) : undefined;
      const query = db.sql
        .select()
        .from(table)
        .where(condition(table, where ?? []))
        .limit(limit)
        .offset(offset ?? 0);
      return asAsked(await (order ? query.orderBy(order) : query));
    },
    update: async ({ model, where, update }) => {
      const table = tableOf(model);
      const [row] = await db.transact((tx) => tx.sql.update(table).set(asRow(update)).where(condition(table, where)).returning());
      return row === undefined ? null : asAsked(row);
    },
    updateMany: async ({ model, where, update }) => {
      const table = tableOf(model);
      return (await db.transact((tx) => tx.sql.update(table).set(update).where(condition(table, where)).returning())).length;
    },
    delete: async ({ model, where }) => {
      const table = tableOf(model);
      await db.transact((tx) => tx.sql.delete(table).where(condition(table, where)));
    },
    deleteMany: async ({ model, where }) => {
      const table = tableOf(model);
      return (await db.transact((tx) => tx.sql.delete(table).where(condition(table, where)).returning())).length;
    },
    consumeOne: async ({ model, where }) => {
      const table = tableOf(model);
      const [row] = await db.transact(async (tx) => {
        const [found] = await tx.sql.select().from(table).where(condition(table, where)).limit(1);
        return found === undefined
          ? []
          : tx.sql
              .delete(table)
              .where(eq(columnOf(table, 'id'), asRow(found)['id']))
              .returning();
      });
      return row === undefined ? null : asAsked(row);
    },
    count: async ({ model, where }) => {
      const table = tableOf(model);
      return Number(await db.sql.$count(table, condition(table, where ?? [])));
    },
  };
}

function authTable(db: Db, model: string): PgTable {
  const { user, session, account, verification } = db.t;
  const table = new Map<string, PgTable>(Object.entries({ user, session, account, verification })).get(model);
  if (table === undefined) throw new Error(`better-auth asked for a table we do not keep: ${model}`);
  return table;
}

function columnOf(table: PgTable, field: string): PgColumn {
  const column = getTableColumns(table)[field];
  if (column === undefined) throw new Error(`better-auth asked for a column we do not keep: ${field}`);
  return column;
}

function condition(table: PgTable, where: readonly CleanedWhere[]): SQL | undefined {
  const parts = where.map((one) => ({ or: one.connector === 'OR', sql: comparison(columnOf(table, one.field), one) }));
  const ands = parts.filter((part) => !part.or).map((part) => part.sql);
  const ors = parts.filter((part) => part.or).map((part) => part.sql);
  return and(...ands, ors.length > 0 ? or(...ors) : undefined);
}

// The dialects differ in nothing used here, so one comparison serves both.
function comparison(column: PgColumn, { operator = 'eq', value }: CleanedWhere): SQL {
  const list = Array.isArray(value) ? value : [value];
  if (value === null && operator === 'eq') return isNull(column);
  if (value === null && operator === 'ne') return isNotNull(column);
  if (operator === 'in') return inArray(column, list);
  if (operator === 'not_in') return notInArray(column, list);
  if (operator === 'contains' || operator === 'starts_with' || operator === 'ends_with') return like(column, pattern(operator, String(value)));
  return { eq, ne, lt, lte, gt, gte }[operator](column, value);
}

function pattern(operator: 'contains' | 'starts_with' | 'ends_with', text: string): string {
  const literal = text.replaceAll(/[\\%_]/g, '');
  return `${operator === 'starts_with' ? '' : '%'}${literal}${operator === 'ends_with' ? '' : '%'}`;
}

/** better-auth types its rows by its own models; the drift test shows that our columns match them. */
function asAsked<T>(rows: unknown): T {
  return rows as T;
}

function asRow(value: unknown): Row {
  return value as Row;
}

/** The column kit for SQLite: the same words as PostgreSQL's, with the same JavaScript values going in and out. */
import { customType, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Kit } from './kit.postgres.ts';

const blob = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'blob',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

const words = {
  table: sqliteTable,
  id: () => text().primaryKey(),
  text: () => text(),
  oneOf: <V extends string>(choice: { readonly options: readonly V[] }) => text({ enum: choice.options as unknown as [V, ...V[]] }), // drizzle wants a mutable tuple; a zod enum is never empty.
  int: () => integer(),
  big: () => integer(),
  serial: () => integer().primaryKey({ autoIncrement: true }),
  real: () => real(),
  bool: () => integer({ mode: 'boolean' }),
  instant: () => integer({ mode: 'timestamp_ms' }),
  json: <T>() => text({ mode: 'json' }).$type<T>(),
  bytes: () => blob(),
  index,
  uniqueIndex,
  primaryKey,
} satisfies Record<keyof Kit, unknown>;

/** The builders differ in their generics only; the values they carry are shown to be equal by the store contract suite. */
export const sqliteKit = words as unknown as Kit;

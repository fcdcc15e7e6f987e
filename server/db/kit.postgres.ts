/** The column kit for PostgreSQL. Its types are the public face of both kits. */
import {
  bigint,
  boolean,
  customType,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

const bytea = customType<{ data: Uint8Array; driverData: Buffer }>({
  dataType: () => 'bytea',
  toDriver: (value) => Buffer.from(value.buffer, value.byteOffset, value.byteLength),
  fromDriver: (value) => new Uint8Array(value.buffer, value.byteOffset, value.byteLength),
});

export const postgresKit = {
  table: pgTable,
  /** A primary key made by us. */
  id: () => text().primaryKey(),
  text: () => text(),
  /** A closed list of words (a zod enum), kept as text. */
  oneOf: <V extends string>(choice: { readonly options: readonly V[] }) => text({ enum: choice.options as unknown as [V, ...V[]] }), // drizzle wants a mutable tuple; a zod enum is never empty.
  int: () => integer(),
  /** A whole number beyond 31 bits, as Yjs client ids are. */
  big: () => bigint({ mode: 'number' }),
  /** A primary key that counts up as rows are added. */
  serial: () => bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  real: () => doublePrecision(),
  bool: () => boolean(),
  instant: () => timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  json: <T>() => jsonb().$type<T>(),
  bytes: () => bytea(),
  index,
  uniqueIndex,
  primaryKey,
};

export type Kit = typeof postgresKit;

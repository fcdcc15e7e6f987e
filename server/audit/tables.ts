import { auditOutcome } from '#shared/features/audit/model.ts';
import type { Kit } from '../db/kit.postgres.ts';

export function auditTables(c: Kit) {
  /** Rows are added, never changed and never removed: `server/db/append-only.ts` has the database see to it. */
  const audit = c.table('audit', {
    /** Its place in the chain, from 1 without a gap. */
    seq: c.big().primaryKey(),
    /** When; to the hour for what is unnamed. */
    at: c.instant().notNull(),
    /** Who; null for visitors, for the server, and for everything unnamed. */
    personId: c.text(),
    /** A keyed hash of their session. */
    session: c.text(),
    action: c.text().notNull(),
    /** The id of what it was about. */
    thing: c.text(),
    outcome: c.oneOf(auditOutcome).notNull(),
    /** Why it was refused: a code, never words of people. */
    reason: c.text().notNull(),
    /** How many tries this row stands for. */
    count: c.int().notNull(),
    /** The hash of the row before. */
    prev: c.text().notNull(),
    hash: c.text().notNull(),
  });
  /** One row, `here`: the last link of the chain. Who takes it writes next. */
  const auditHead = c.table('audit_head', { id: c.id(), seq: c.big().notNull(), hash: c.text().notNull() });
  return { audit, auditHead };
}

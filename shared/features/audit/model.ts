/** The audit: a row for every act that counts and every refused try at one. Ids and codes only, no words of people. */
import { z } from 'zod';
import { instant } from '../../lib/fields.ts';

/** Whether it happened or was refused. */
export const auditOutcome = z.enum(['done', 'refused']);
export type AuditOutcome = z.infer<typeof auditOutcome>;

export const auditEntry = z.object({
  at: instant,
  /** Who, as they show; null for visitors. */
  who: z.string().nullable(),
  /** The event's name when it is done, the route's name when it was refused: the sentence is `audit.<action>`. */
  action: z.string(),
  outcome: auditOutcome,
  /** Why it was refused, as a key of the catalogue; empty when it is done. */
  reason: z.string(),
  /** How many tries this row stands for. */
  count: z.number().int(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** What is wrong with the first row that does not fit. */
export const auditFault = z.enum(['changed', 'removed', 'out-of-order', 'added', 'cut-off', 'rewritten']);
export type AuditFault = z.infer<typeof auditFault>;

export const auditCheck = z.object({
  at: instant,
  /** How many rows were read. */
  rows: z.number().int(),
  /** The hash of the last row: to be written down elsewhere by who trusts nobody. */
  head: z.string(),
  /** The first row that does not fit; null when the chain is whole. */
  first: z.object({ seq: z.number().int(), fault: auditFault }).nullable(),
});
export type AuditCheck = z.infer<typeof auditCheck>;

/** The hash chain: each row's hash covers the row and the hash before it, so that no row can change, go or move without the next one showing it. */
import { createHash } from 'node:crypto';
import type { AuditOutcome } from '#shared/features/audit/model.ts';

export interface Row {
  readonly at: Date;
  readonly personId: string | null;
  readonly session: string | null;
  readonly action: string;
  readonly thing: string | null;
  readonly outcome: AuditOutcome;
  readonly reason: string;
  readonly count: number;
}

export interface Link {
  readonly seq: number;
  readonly hash: string;
}

/** What the first row follows. */
export const beginning: Link = { seq: 0, hash: createHash('sha256').update('kindling audit').digest('hex') };

/** SHA-256 of the hash before and the row, in hex. A row's place needs no part in it: the hash before it says where it belongs. */
export function hashOf(prev: string, row: Row): string {
  return createHash('sha256')
    .update(`${prev}\n${canonical(row)}`)
    .digest('hex');
}

/** The row as a list in a fixed order: one text for one row, on every database. */
function canonical({ at, personId, session, action, thing, outcome, reason, count }: Row): string {
  return JSON.stringify([at.toISOString(), personId, session, action, thing, outcome, reason, count]);
}

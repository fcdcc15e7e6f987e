/** Walks the chain from its beginning and names the first row that is not as it was written. */
import type { AuditFault } from '#shared/features/audit/model.ts';
import type { Reader } from '../db/db.ts';
import { beginning, hashOf, type Link } from './chain.ts';
import { type AuditRow, headOf, rowsAfter } from './store.ts';

const batch = 500;

export interface Walked {
  readonly rows: number;
  /** The last row that fits. */
  readonly head: Link;
  readonly first: { readonly seq: number; readonly fault: AuditFault } | null;
}

/** @param heads ends of the chain that were written down outside the database; other work goes on between batches */
export async function verifyAudit(reader: Reader, heads: readonly Link[]): Promise<Walked> {
  const written = [...heads].sort((a, b) => a.seq - b.seq);
  let last = beginning;
  for (;;) {
    const rows = await rowsAfter(reader, last.seq, batch);
    for (const row of rows) {
      const fault = faultOf(row, last) ?? rewritten(row, written, last);
      if (fault !== null) return { rows: last.seq, head: last, first: fault };
      last = { seq: row.seq, hash: row.hash };
    }
    if (rows.length > 0) continue;
    // Read after the rows: it is never behind them, unless it was set back.
    const head = await headOf(reader);
    if (head.seq > last.seq && (await rowsAfter(reader, last.seq, 1)).length > 0) continue;
    return { rows: last.seq, head: last, first: endFault(last, head, written) };
  }
}

type Fault = NonNullable<Walked['first']>;

function faultOf(row: AuditRow, last: Link): Fault | null {
  if (row.seq !== last.seq + 1) return { seq: last.seq + 1, fault: 'removed' };
  if (hashOf(row.prev, row) !== row.hash) return { seq: row.seq, fault: 'changed' };
  return row.prev === last.hash ? null : { seq: row.seq, fault: 'out-of-order' };
}

/** All rows fit each other, but not what was written down once: everything since the head before may have been written anew. */
function rewritten(row: AuditRow, written: readonly Link[], last: Link): Fault | null {
  if (!written.some((head) => head.seq === row.seq && head.hash !== row.hash)) return null;
  const sure = written.findLast((head) => head.seq <= last.seq);
  return { seq: (sure?.seq ?? 0) + 1, fault: 'rewritten' };
}

function endFault(last: Link, head: Link, written: readonly Link[]): Fault | null {
  if (Math.max(head.seq, written.at(-1)?.seq ?? 0) > last.seq) return { seq: last.seq + 1, fault: 'cut-off' };
  if (head.seq < last.seq) return { seq: head.seq + 1, fault: 'added' };
  return head.hash === last.hash ? null : { seq: Math.max(1, last.seq), fault: 'rewritten' };
}

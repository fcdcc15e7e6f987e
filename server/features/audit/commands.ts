/** The audit, for the keepers of the place: what counted, what was refused, and whether the chain is whole. */
import type { AuditCheck, AuditEntry } from '#shared/features/audit/model.ts';
import { headFileIn, readHeads } from '../../audit/head-file.ts';
import { mayBeUnnamed } from '../../audit/refused-request.ts';
import { shownRows } from '../../audit/store.ts';
import { verifyAudit } from '../../audit/verify.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import { allowing, placeFacts, type Viewer } from '../../policy/viewer.ts';

const pageSize = 50;

/** The newest first, a page at a time; by how many to skip, since a place in the chain would show where something unnamed lies. */
export async function listAudit(app: App, viewer: Viewer, skip: number): Promise<{ items: AuditEntry[]; next: number | null }> {
  allowing('audit.read', await placeFacts(app.db, viewer));
  const rows = await shownRows(app.db, { skip, limit: pageSize + 1, unnamed: [...mayBeUnnamed] });
  const page = rows.slice(0, pageSize);
  const cards = await faces(
    app.db,
    page.map((row) => row.personId),
  );
  const items = page.map(({ at, personId, action, outcome, reason, count }) => {
    const who = personId === null ? null : labelIn(cards, personId);
    return { at: at.toISOString(), who, action, outcome, reason, count };
  });
  return { items, next: rows.length > pageSize ? skip + pageSize : null };
}

export async function checkAudit(app: App, viewer: Viewer): Promise<AuditCheck> {
  allowing('audit.read', await placeFacts(app.db, viewer));
  const { rows, head, first } = await verifyAudit(app.db, await readHeads(headFileIn(app.config.dataDir)));
  return { at: app.clock.now().toISOString(), rows, head: head.hash, first };
}

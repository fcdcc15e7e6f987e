/** Open proposals whose day is over: found and marked, so that it is told once for each wording whose day went by. */
import { and, asc, eq, isNull, lt, lte, ne, or } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export interface OverdueProposal {
  readonly id: string;
  readonly version: number;
  readonly initiativeId: string;
  readonly elementId: string;
  readonly title: string;
  readonly putBy: string;
}

/** Of which nobody has been told, some at a time, the longest over first; without those of an initiative that takes time to think. */
export async function overdueUntold({ sql, t }: Reader, lastOver: string): Promise<OverdueProposal[]> {
  const { decision, decisionWording, initiative } = t;
  const { id, version, initiativeId, elementId } = decision;
  const { title, putBy, byWhen } = decisionWording;
  return sql
    .select({ id, version, initiativeId, elementId, title, putBy })
    .from(decision)
    .innerJoin(decisionWording, and(eq(decisionWording.decisionId, id), eq(decisionWording.version, version)))
    .innerJoin(initiative, and(eq(initiative.id, initiativeId), ne(initiative.state, 'thinking-time')))
    .where(and(untold(t), lte(byWhen, lastOver)))
    .orderBy(asc(byWhen), asc(id))
    .limit(50);
}

/** @returns whether it was still open in these words, and nobody had been told before */
export async function markDayTold({ sql, t }: Tx, { id, version }: OverdueProposal): Promise<boolean> {
  const here = and(eq(t.decision.id, id), eq(t.decision.version, version), untold(t));
  return (await sql.update(t.decision).set({ dayTold: version }).where(here).returning({ id: t.decision.id })).length > 0;
}

function untold({ decision }: Reader['t']) {
  return and(isNull(decision.outcome), or(isNull(decision.dayTold), lt(decision.dayTold, decision.version)));
}

/** A step one level up that has been announced stands in its ask's own row, so that an answer and the step can never both happen. */
import { and, asc, eq, isNotNull, isNull, lte, or } from 'drizzle-orm';
import type { AskLevel } from '#shared/features/asks/answers.ts';
import type { Reader, Tx } from '../../../db/db.ts';
import { type AskRow, noStep } from '../store.ts';

export interface Announced {
  readonly stepId: string;
  readonly stepTo: string;
  readonly stepBy: string;
  readonly stepReason: string;
  readonly stepDueAt: Date;
}

/** Announces a step, if the ask is unanswered since `silentSince`, still at this person and level, and none is announced. @returns whether it did */
export async function announceStep(
  { sql, t }: Tx,
  row: Pick<AskRow, 'id' | 'personId' | 'level'>,
  step: Announced,
  silentSince: Date,
): Promise<boolean> {
  const here = and(eq(t.ask.id, row.id), eq(t.ask.personId, row.personId), eq(t.ask.level, row.level));
  const longSince = or(lte(t.ask.turnSince, silentSince), and(isNull(t.ask.turnSince), lte(t.ask.createdAt, silentSince)));
  const silent = and(isNull(t.ask.answer), isNull(t.ask.withdrawnAt), longSince);
  return (
    (
      await sql
        .update(t.ask)
        .set({ ...step })
        .where(and(here, silent, isNull(t.ask.stepId)))
        .returning({ id: t.ask.id })
    ).length > 0
  );
}

/** @returns whether this step was still announced */
export async function takeBackStep({ sql, t }: Tx, id: string, stepId: string): Promise<boolean> {
  const rows = await sql
    .update(t.ask)
    .set({ ...noStep })
    .where(and(eq(t.ask.id, id), eq(t.ask.stepId, stepId)))
    .returning({ id: t.ask.id });
  return rows.length > 0;
}

/** Asks whose announced step is due, the longest due first. */
export async function dueSteps({ sql, t }: Reader, now: Date): Promise<string[]> {
  const due = and(isNotNull(t.ask.stepId), lte(t.ask.stepDueAt, now));
  return (await sql.select({ id: t.ask.id }).from(t.ask).where(due).orderBy(asc(t.ask.stepDueAt)).limit(100)).map((row) => row.id);
}

/** The ask goes to whom the step named, if that step is still announced and nobody has answered. @returns whether it did */
export async function carryOutStep(
  { sql, t }: Tx,
  id: string,
  step: { stepId: string; personId: string; level: AskLevel; at: Date },
): Promise<boolean> {
  const still = and(eq(t.ask.id, id), eq(t.ask.stepId, step.stepId), isNull(t.ask.answer), isNull(t.ask.withdrawnAt), lte(t.ask.stepDueAt, step.at));
  const rows = await sql
    .update(t.ask)
    .set({ personId: step.personId, level: step.level, turnSince: step.at, ...noStep })
    .where(still)
    .returning({ id: t.ask.id });
  return rows.length > 0;
}

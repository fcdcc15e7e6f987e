/** What the index of similar things is built from, and what is said about what it finds. */
import { inArray } from 'drizzle-orm';
import type { SimilarityDoc } from '#shared/analysis/similarity/similarity-index.ts';
import type { Reader } from '../../../db/db.ts';

/** Initiatives with their purpose, all of them or these. */
export async function initiatives({ sql, t }: Reader, ids?: readonly string[]): Promise<SimilarityDoc[]> {
  const { initiative } = t;
  const chosen = sql.select({ id: initiative.id, title: initiative.title, body: initiative.purpose }).from(initiative);
  return ids === undefined ? chosen : chosen.where(inArray(initiative.id, [...ids]));
}

export async function sparksNow({ sql, t }: Reader, ids: readonly string[]): Promise<{ id: string; title: string; state: string }[]> {
  return sql
    .select({ id: t.spark.id, title: t.spark.title, state: t.spark.state })
    .from(t.spark)
    .where(inArray(t.spark.id, [...ids]));
}

export async function initiativesNow({ sql, t }: Reader, ids: readonly string[]): Promise<{ id: string; title: string; state: string }[]> {
  return sql
    .select({ id: t.initiative.id, title: t.initiative.title, state: t.initiative.state })
    .from(t.initiative)
    .where(inArray(t.initiative.id, [...ids]));
}

/** Trails of asks, as the figures of waiting are worked out from: ids, times and kinds, no words anybody wrote. */
import { asc, desc, eq, lt } from 'drizzle-orm';
import type { AskTrail } from '#shared/features/waits/rows.ts';
import type { Reader } from '../../db/db.ts';

/** The number of the latest step of any ask made before a moment; 0 when there is none. Reads back past what was made since, and no further. */
export async function lastStepBefore({ sql, t }: Reader, before: Date): Promise<number> {
  const [row] = await sql.select({ n: t.askStep.n }).from(t.askStep).where(lt(t.askStep.at, before)).orderBy(desc(t.askStep.n)).limit(1);
  return row?.n ?? 0;
}

/** Every ask of the place with its trail up to, not including, a moment, in the order it happened. */
export async function askTrails({ sql, t }: Reader, before: Date): Promise<AskTrail[]> {
  const { what, at, personId, toPersonId, answer, level } = t.askStep;
  const rows = await sql
    .select({ id: t.ask.id, kind: t.ask.blockerKind, move: { what, at, personId, toPersonId, answer, level } })
    .from(t.askStep)
    .innerJoin(t.ask, eq(t.ask.id, t.askStep.askId))
    .where(lt(t.askStep.at, before))
    .orderBy(asc(t.askStep.n));
  const trails = new Map<string, AskTrail & { moves: AskTrail['moves'][number][] }>();
  for (const { id, kind, move } of rows) {
    const trail = trails.get(id) ?? { id, kind: kind ?? 'not-sure', moves: [] };
    trail.moves.push({ ...move, at: move.at.getTime() });
    trails.set(id, trail);
  }
  return [...trails.values()];
}

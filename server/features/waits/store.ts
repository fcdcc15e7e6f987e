/** Trails of asks, as the figures of waiting are worked out from: ids, times and kinds, no words anybody wrote. */
import { asc, eq } from 'drizzle-orm';
import type { AskTrail } from '#shared/features/waits/rows.ts';
import type { Reader } from '../../db/db.ts';

/** Every ask of the place with its trail, in the order it happened. */
export async function askTrails({ sql, t }: Reader): Promise<AskTrail[]> {
  const { what, at, personId, toPersonId, answer, level } = t.askStep;
  const rows = await sql
    .select({ id: t.ask.id, kind: t.ask.blockerKind, move: { what, at, personId, toPersonId, answer, level } })
    .from(t.askStep)
    .innerJoin(t.ask, eq(t.ask.id, t.askStep.askId))
    .orderBy(asc(t.askStep.n));
  const trails = new Map<string, AskTrail & { moves: AskTrail['moves'][number][] }>();
  for (const { id, kind, move } of rows) {
    const trail = trails.get(id) ?? { id, kind: kind ?? 'not-sure', moves: [] };
    trail.moves.push({ ...move, at: move.at.getTime() });
    trails.set(id, trail);
  }
  return [...trails.values()];
}

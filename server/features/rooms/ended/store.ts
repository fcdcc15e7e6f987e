/** Rooms to test whose last day is over: found and marked, so that it is told once for each wording that came to its end. */
import { and, asc, eq, isNull, lt, lte, or } from 'drizzle-orm';
import type { Reader, Tx } from '../../../db/db.ts';

export interface EndedRoom {
  readonly id: string;
  readonly version: number;
  readonly initiativeId: string;
  /** Its sponsor. */
  readonly personId: string;
  readonly what: string;
}

/** Accepted rooms whose day was this one or before and of which nobody has been told, some at a time, the longest over first. */
export async function endedUntold({ sql, t }: Reader, lastOver: string): Promise<EndedRoom[]> {
  const { testRoom, testRoomWords } = t;
  const { id, version, initiativeId, personId } = testRoom;
  return sql
    .select({ id, version, initiativeId, personId, what: testRoomWords.what })
    .from(testRoom)
    .innerJoin(testRoomWords, and(eq(testRoomWords.roomId, id), eq(testRoomWords.version, version)))
    .where(and(untold(t), lte(testRoomWords.until, lastOver)))
    .orderBy(asc(testRoomWords.until), asc(id))
    .limit(50);
}

/** @returns whether it still stood in these words, and nobody had been told before */
export async function markEndTold({ sql, t }: Tx, { id, version }: EndedRoom): Promise<boolean> {
  const here = and(eq(t.testRoom.id, id), eq(t.testRoom.version, version), untold(t));
  return (await sql.update(t.testRoom).set({ endTold: version }).where(here).returning({ id: t.testRoom.id })).length > 0;
}

function untold({ testRoom }: Reader['t']) {
  return and(eq(testRoom.state, 'accepted'), or(isNull(testRoom.endTold), lt(testRoom.endTold, testRoom.version)));
}

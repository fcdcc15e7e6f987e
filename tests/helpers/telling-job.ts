/** What a job that tells people of a day is given, at a moment, and what it told. */
import { eq } from 'drizzle-orm';
import type { Db } from '#server/db/db.ts';
import { makeOutbox } from '#server/outbox/outbox.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Topic } from '#shared/realtime/topics.ts';

/** @param stale takes the topics that are no longer as they were */
export function appAt(db: Db, now: Date, stale: Topic[], makeId: () => string = newId) {
  return {
    db,
    clock: { now: () => now },
    newId: makeId,
    outbox: makeOutbox(),
    topics: { stale: (topics: readonly Topic[]) => void stale.push(...topics) },
  };
}

/** In place of what makes ids: everything ends in the middle. */
export function torn(): never {
  throw new Error('the power went');
}

/** The notices of an initiative. */
export function noticesOf({ sql, t }: Db, initiativeId: string) {
  return sql.select().from(t.notice).where(eq(t.notice.initiativeId, initiativeId));
}

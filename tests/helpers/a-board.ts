/** An initiative with a live board, written straight into the rows, for tests of the board itself. */
import { foldLog } from '#server/boards/beside/fold-log.ts';
import { compact } from '#server/boards/compact.ts';
import type { App } from '#server/context.ts';
import { newId } from '#shared/lib/ids.ts';
import { wordsHash } from '#shared/lib/words-hash.ts';
import type { Seat } from '#shared/policy/facts.ts';

export const startingPurpose = 'People wait one hour less.';

/** @param team in the order in which they joined @returns the id of the initiative and its board */
export async function aBoard(app: App, team: Readonly<Record<string, Seat>>): Promise<string> {
  const id = newId();
  const [litBy = newId()] = Object.keys(team);
  const now = app.clock.now().getTime();
  const at = new Date(now - Object.keys(team).length);
  await app.db.transact(async (tx) => {
    const { sql, t } = tx;
    const lit = {
      id,
      title: 'Shorter waits',
      purpose: startingPurpose,
      purposeHash: wordsHash(startingPurpose),
      forWhom: 'Everybody who waits',
      state: 'active' as const,
      label: null,
      litBy,
    };
    await sql.insert(t.initiative).values({ ...lit, litAt: at, movedAt: at });
    for (const [nth, [personId, seat]] of Object.entries(team).entries()) {
      const joinedAt = new Date(at.getTime() + nth);
      await sql.insert(t.membership).values({ initiativeId: id, personId, seat, perspectives: [], joinedAt, leftAt: null });
    }
    await app.boards.create(tx, id, { purposeText: startingPurpose, elements: [] }, litBy);
  });
  return id;
}

/** From now on the board can be brought back to what it is now. @returns the number of that day */
export async function keepDay(app: App, boardId: string): Promise<number> {
  const { room, release } = await app.boards.hold(boardId);
  await compact(room, { ...app, fold: async (log) => foldLog(log) });
  release();
  return (await app.boards.days(boardId))[0]?.seq ?? 0;
}

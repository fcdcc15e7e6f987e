/** A log that does not read is not folded in vain at every commit, nor said at each: the next try comes later and later. */
import { and, eq } from 'drizzle-orm';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Log } from '#server/log/log.ts';
import { aBoardOn, addCard, boardsOn, titles } from '#tests/helpers/board-log.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const hourMs = 3_600_000;
const line = z.looseObject({ boardId: z.string(), msg: z.string() });

/** A log, and what was said in it. */
function aLog(): { log: Log; said: z.infer<typeof line>[] } {
  const said: z.infer<typeof line>[] = [];
  return { said, log: pino({ level: 'error', base: null, timestamp: false }, { write: (text: string) => said.push(line.parse(JSON.parse(text))) }) };
}

onBothDatabases('folding a log that does not read', (database) => {
  const damaged = new Uint8Array([9, 9, 9]);
  const bytesOf = async (boardId: string, seq: number): Promise<Uint8Array> => {
    const { sql, t } = database();
    const [row] = await sql
      .select({ bytes: t.boardUpdate.bytes })
      .from(t.boardUpdate)
      .where(and(eq(t.boardUpdate.boardId, boardId), eq(t.boardUpdate.seq, seq)));
    return row?.bytes ?? damaged;
  };
  const write = (boardId: string, seq: number, bytes: Uint8Array): Promise<void> =>
    database().transact(async ({ sql, t }) => {
      await sql
        .update(t.boardUpdate)
        .set({ bytes })
        .where(and(eq(t.boardUpdate.boardId, boardId), eq(t.boardUpdate.seq, seq)));
    });
  const snapshots = async (boardId: string): Promise<number[]> => {
    const { sql, t } = database();
    return (await sql.select({ seq: t.boardSnapshot.seq }).from(t.boardSnapshot).where(eq(t.boardSnapshot.boardId, boardId))).map(({ seq }) => seq);
  };

  test('[B32] a fold that fails is tried and said once, and again a minute, two, four later; when the row reads again the log is folded', async () => {
    let now = new Date();
    const { log, said } = aLog();
    const boards = boardsOn(database(), { clock: { now: () => now }, log });
    const { boardId, personId } = await aBoardOn(database(), boards);
    const { release } = await boards.hold(boardId);
    await boards.edit(boardId, personId, addCard('One'));
    const whole = await bytesOf(boardId, 2);
    await write(boardId, 2, damaged);

    // Its log is an hour old now: every commit would fold it.
    now = new Date(now.getTime() + 2 * hourMs);
    for (const [tries, minutes] of [1, 2, 4].entries()) {
      for (const title of ['Two', 'Three', 'Four']) await boards.edit(boardId, personId, addCard(title));
      await expect.poll(() => said.length).toBe(tries + 1);
      for (const title of ['Five', 'Six']) await boards.edit(boardId, personId, addCard(title));
      now = new Date(now.getTime() + minutes * 60_000);
    }
    now = new Date(now.getTime() - 1);
    await boards.edit(boardId, personId, addCard('Seven'));
    expect(await snapshots(boardId)).toEqual([]);

    await write(boardId, 2, whole);
    now = new Date(now.getTime() + 1);
    await boards.edit(boardId, personId, addCard('Eight'));
    await expect.poll(() => snapshots(boardId)).toHaveLength(1);
    release();
    await boards.close();
    const msg = 'ALARM: a snapshot does not read back as the board; the log is kept as it is';
    expect(said).toEqual([1, 2, 4].map((minutes) => ({ level: 50, boardId, againInMs: minutes * 60_000, msg })));
    expect(await titles(boardsOn(database()), boardId)).toHaveLength(18);
  });

  test('[B32] a board that is closed while its fold waits is not folded in vain on its way out', async () => {
    let now = new Date();
    const { log, said } = aLog();
    const boards = boardsOn(database(), { clock: { now: () => now }, log });
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('One'));
    await write(boardId, 2, damaged);
    now = new Date(now.getTime() + 2 * hourMs);
    await boards.edit(boardId, personId, addCard('Two'));
    await expect.poll(() => said.length).toBe(1);
    await boards.close();
    expect(said).toHaveLength(1);
  });
});

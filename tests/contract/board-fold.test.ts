/** A log is folded while people write on, here or in the thread beside; what does not read as the board is not kept. */
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { makeBeside } from '#server/boards/beside/beside.ts';
import { foldLog, isShort, type Folded, type LogToFold } from '#server/boards/beside/fold-log.ts';
import { compact } from '#server/boards/compact.ts';
import { describeDoc } from '#server/boards/gate/structure.ts';
import { makeLog } from '#server/log/log.ts';
import { addElement, endPosition, setText } from '#shared/board/board-doc.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aBoardOn, addCard, boardsOn, titles } from '#tests/helpers/board-log.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

const log = makeLog('silent');
const beside = makeBeside(log);
afterAll(() => beside.close());

onBothDatabases('folding a log', (database) => {
  const stored = async (boardId: string): Promise<{ snapshots: number[]; rows: number[] }> => {
    const { sql, t } = database();
    const snapshots = await sql.select({ seq: t.boardSnapshot.seq }).from(t.boardSnapshot).where(eq(t.boardSnapshot.boardId, boardId));
    const rows = await sql.select({ seq: t.boardUpdate.seq }).from(t.boardUpdate).where(eq(t.boardUpdate.boardId, boardId));
    const seqs = (all: { seq: number }[]): number[] => all.map(({ seq }) => seq).sort((a, b) => a - b);
    return { snapshots: seqs(snapshots), rows: seqs(rows) };
  };
  const parts = (fold: (whole: LogToFold) => Promise<Folded>) => ({ db: database(), clock: systemClock, fold });

  test('[B32] a long log is folded beside, and reads as it does here', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    const id = newId();
    await boards.edit(boardId, personId, (doc) => addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title: 'No lift' } }));
    for (let n = 0; n < 120; n++) await boards.edit(boardId, personId, (doc) => setText(doc, id, 'whoCould', `try ${n}`));
    const { room, release } = await boards.hold(boardId);
    const here = await room.look(describeDoc);
    const asked: LogToFold[] = [];
    await compact(
      room,
      parts((whole) => (asked.push(whole), beside.fold(whole))),
    );
    expect(asked.map(isShort)).toEqual([false]);
    expect(await beside.fold(asked[0] ?? { snapshot: null, updates: [] })).toEqual(foldLog(asked[0] ?? { snapshot: null, updates: [] }));
    expect(await stored(boardId)).toEqual({ snapshots: [122], rows: [] });
    expect(room.tail).toMatchObject({ rows: 0, bytes: 0 });
    release();
    const again = await boardsOn(database()).hold(boardId);
    expect(await again.room.look(describeDoc)).toBe(here);
  });

  test('[B32] what is written while a log is folded stays in the log behind it', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('Before'));
    const { room, release } = await boards.hold(boardId);
    await compact(
      room,
      parts(async (whole) => {
        await boards.edit(boardId, personId, addCard('Meanwhile'));
        return foldLog(whole);
      }),
    );
    expect(await stored(boardId)).toEqual({ snapshots: [2], rows: [3] });
    expect(room.tail.rows).toBe(1);
    expect(room.tail.bytes).toBeGreaterThan(0);
    release();
    expect(await titles(boardsOn(database()), boardId)).toEqual(['Before', 'Meanwhile']);
  });

  test('[B32] a board that was brought back to an earlier day meanwhile takes no snapshot of the log it no longer has', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('Monday'));
    const { room, release } = await boards.hold(boardId);
    await compact(
      room,
      parts(async (whole) => foldLog(whole)),
    );
    await boards.edit(boardId, personId, addCard('Tuesday'));
    await compact(
      room,
      parts(async (whole) => {
        await boards.bringBack(boardId, 2, personId);
        return foldLog(whole);
      }),
    );
    expect(await stored(boardId)).toEqual({ snapshots: [3, 4], rows: [] });
    await boards.edit(boardId, personId, addCard('Wednesday'));
    release();
    expect(await titles(boardsOn(database()), boardId)).toEqual(['Monday', 'Wednesday']);
  });

  test('[B32] a thread that ends while it folds leaves the log as it was, and the next one folds it', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('One'));
    const { room, release } = await boards.hold(boardId);
    const dying = makeBeside(log);
    const folding = compact(
      room,
      parts(async (whole) => {
        const folded = dying.fold(whole);
        // The turn in which it is handed over.
        await Promise.resolve();
        await dying.close();
        return folded;
      }),
    );
    await expect(folding).rejects.toMatchObject({ code: 'unavailable' });
    expect(await stored(boardId)).toEqual({ snapshots: [], rows: [1, 2] });
    await compact(room, parts(dying.fold));
    expect(await stored(boardId)).toEqual({ snapshots: [2], rows: [] });
    await dying.close();
    release();
    expect(await titles(boardsOn(database()), boardId)).toEqual(['One']);
  });

  test.each([
    ['a row is missing', (whole: LogToFold) => ({ ...whole, updates: whole.updates.slice(0, -1) })],
    ['a row does not read', (whole: LogToFold) => ({ ...whole, updates: [...whole.updates.slice(0, -1), new Uint8Array([9, 9, 9])] })],
  ])('[B32] where %s, the log is kept as it is', async (_, broken) => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('One'));
    const { room, release } = await boards.hold(boardId);
    const kept = await compact(
      room,
      parts((whole) => beside.fold(broken(whole))),
    );
    expect(kept).toBe(false);
    expect(await stored(boardId)).toEqual({ snapshots: [], rows: [1, 2] });
    expect(room.tail.rows).toBe(2);
    release();
    expect(await titles(boardsOn(database()), boardId)).toEqual(['One']);
  });
});

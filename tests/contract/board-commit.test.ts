/** What is written together, and what becomes of it when it is not written. */
import { expect, test } from 'vitest';
import type { Db } from '#server/db/db.ts';
import { addElement, endPosition, setText } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

import { aBoardOn, addCard, boardsOn, frameOf, titles } from '#tests/helpers/board-log.ts';

onBothDatabases('the commits of boards', (database) => {
  test('[B22] a failed commit is told, leaves nothing behind, and the next edit goes through', async () => {
    let failures = 0;
    const flaky: Db = { ...database(), transact: (work) => (failures-- > 0 ? Promise.reject(new Error('disk full')) : database().transact(work)) };
    const boards = boardsOn(flaky);
    const { boardId, personId } = await aBoardOn(database(), boards);
    await boards.edit(boardId, personId, addCard('Before'));
    failures = 3;
    const lost = await Promise.allSettled(['A', 'B', 'C'].map((title) => boards.edit(boardId, personId, addCard(title))));
    for (const one of lost)
      if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'unavailable', body: { reason: 'problem.not-kept' } });
    expect(lost.some((one) => one.status === 'rejected')).toBe(true);
    failures = 0;
    await boards.edit(boardId, personId, addCard('After'));
    const kept = ['Before', ...['A', 'B', 'C'].filter((_, i) => lost[i]?.status === 'fulfilled'), 'After'];
    expect([...(await titles(boards, boardId))].sort()).toEqual([...kept].sort());
    expect((await titles(boardsOn(database()), boardId)).sort()).toEqual([...kept].sort());
  });

  test('[B21] where many read, edits wait for more and are kept and told as one; whoever opens the board or leaves it does not wait', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    const { room, release } = await boards.hold(boardId);
    const told: number[] = [];
    room.onCommitted(({ updates }) => told.push(updates.length));
    room.gatherFor(() => 50);
    const edits = [1, 2, 3].map((nth) => boards.edit(boardId, personId, addCard(`Card ${nth}`)));
    // Each reads the board before it writes, which lets go of what is held; the last waits for its time alone.
    expect(await Promise.all(edits)).toEqual([2, 3, 4]);
    const frames = await Promise.all([4, 5, 6].map((nth) => frameOf(room, personId, addCard(`Card ${nth}`))));
    told.length = 0;
    expect(await Promise.all(frames.map((frame) => room.edit(frame)))).toEqual([5, 6, 7]);
    expect(told).toEqual([3]);
    room.gatherFor(() => 3_600_000);
    const held = room.edit(await frameOf(room, personId, addCard('Card 7')));
    expect(await titles(boards, boardId)).toHaveLength(7);
    expect(await held).toBe(8);
    const last = room.edit(await frameOf(room, personId, addCard('Card 8')));
    release();
    await boards.close();
    expect(await last).toBe(9);
    expect(await titles(boardsOn(database()), boardId)).toHaveLength(8);
  });

  test('[B22] when a commit fails, what was still gathered behind it is refused too, and nothing of it is left', async () => {
    const db = database();
    let fails = false;
    const boards = boardsOn({
      ...db,
      transact: (work) => (fails ? Promise.reject(new Error('the disk is gone')) : db.transact(work)),
    });
    const { boardId, personId } = await aBoardOn(db, boards);
    const { room, release } = await boards.hold(boardId);
    const frames = await Promise.all([1, 2].map((nth) => frameOf(room, personId, addCard(`Card ${nth}`))));
    const [first, second] = frames;
    if (first === undefined || second === undefined) throw new Error('no frames');
    fails = true;
    let asked = 0;
    room.gatherFor(() => (asked++ === 0 ? 0 : 3_600_000));
    const [failing, gathered] = [room.edit(first), room.edit(second)];
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    await expect(gathered).rejects.toMatchObject({ code: 'unavailable' });
    fails = false;
    expect(await titles(boards, boardId)).toEqual([]);
    release();
    await boards.close();
  });

  test('[B33] two processes on one board: the log takes one of them, and the other starts from the log', async () => {
    const [one, two] = [boardsOn(database()), boardsOn(database())];
    const { boardId, personId } = await aBoardOn(database(), one);
    await one.edit(boardId, personId, addCard('One'));
    await two.edit(boardId, personId, addCard('Two'));
    await expect(one.edit(boardId, personId, addCard('Too late'))).rejects.toMatchObject({ code: 'unavailable' });
    await one.edit(boardId, personId, addCard('Three'));
    expect(await titles(one, boardId)).toEqual(['One', 'Two', 'Three']);
  });

  test('[B33] a board is read while others are written to without a pause', async () => {
    const boards = boardsOn(database());
    const [busy, quiet] = [await aBoardOn(database(), boards), await aBoardOn(database(), boards)];
    const id = newId();
    await boards.edit(busy.boardId, busy.personId, (doc) =>
      addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title: 'No lift' } }),
    );
    let going = true;
    const write = async (): Promise<void> => {
      while (going) await boards.edit(busy.boardId, busy.personId, (doc) => setText(doc, id, 'whoCould', newId()));
    };
    const writers = [write(), write(), write(), write()];
    for (let n = 0; n < 5; n++) expect(await titles(boards, quiet.boardId)).toEqual([]);
    going = false;
    await Promise.all(writers);
  });
});

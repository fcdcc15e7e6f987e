/** What is written together, and what becomes of it when it is not written. */
import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { Frame } from '#server/boards/accept-edit.ts';
import type { Db } from '#server/db/db.ts';
import { addElement, endPosition, setText, textOf } from '#shared/board/board-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import type { Problem } from '#shared/lib/problem.ts';
import { onBothDatabases } from '#tests/helpers/databases.ts';

import { aBoardOn, addCard, aPage, boardsOn, frameOf, titles } from '#tests/helpers/board-log.ts';

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
    // Each reads the board before it writes, which takes in what waits; the last waits for its time alone.
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

  test('[B21] what one page sends while it waits becomes one edit, and each of its edits is answered', async () => {
    const boards = boardsOn(database());
    const { boardId, personId } = await aBoardOn(database(), boards);
    const { room, release } = await boards.hold(boardId);
    const id = newId();
    await boards.edit(boardId, personId, (doc) => addElement(doc, { id, kind: 'blocker', position: endPosition(doc), values: { title: 'No lift' } }));
    const [mine, theirs] = [await aPage(room, personId, 'mine'), await aPage(room, personId, 'theirs')];
    const words = (letters: string): Frame[] => [...letters].map((letter) => mine((doc) => textOf(doc, id, 'whoCould')?.insert(0, letter)));
    const told: { updates: number; onlyFrom: string | null }[] = [];
    room.onCommitted(({ updates, onlyFrom }) => told.push({ updates: updates.length, onlyFrom }));
    room.gatherFor(() => 20);
    const frames = [...words('tfi'), theirs((doc) => setText(doc, id, 'title', 'No lift at night')), ...words('l ')];
    expect(await Promise.all(frames.map((frame) => room.edit(frame)))).toEqual([3, 3, 3, 4, 3, 3]);
    expect(await Promise.all(words('on').map((frame) => room.edit(frame)))).toEqual([5, 5]);
    expect(told).toEqual([
      { updates: 2, onlyFrom: null },
      { updates: 1, onlyFrom: 'mine' },
    ]);
    expect(await room.look((doc) => textOf(doc, id, 'whoCould')?.toString())).toBe('no lift');
    release();
    await boards.close();
  });

  type Edit = (change: (doc: Y.Doc) => void) => Frame;
  const wrongs: readonly (readonly [what: string, code: string, wrong: (page: Edit) => Frame])[] = [
    ['words the judge refuses', 'refused', (page) => page(addCard('943 476 5919'))],
    ['a place the gate refuses', 'refused', (page) => page((doc) => doc.getMap('elsewhere').set('a', 1))],
    ['bytes that are no update', 'refused', (page) => ({ ...page(() => undefined), update: new Uint8Array([255, 255, 255, 255, 255]) })],
    ['somebody who may no longer write', 'not-allowed', (page) => ({ ...page(addCard('No more')), mayEdit: false })],
  ];
  test.each(wrongs)(
    '[B21] [B22] among the edits of a page that wait together only the one that is wrong is refused: %s',
    async (_what, code, wrong) => {
      const boards = boardsOn(database());
      const { boardId, personId } = await aBoardOn(database(), boards);
      const { room, release } = await boards.hold(boardId);
      // The wrong one under another client id, so that what follows does not build on it.
      const [page, other] = [await aPage(room, personId, 'mine'), await aPage(room, personId, 'mine')];
      const frames = [page(addCard('One')), wrong(other), page(addCard('Two'))];
      room.gatherFor(() => 20);
      const outcomes = await Promise.allSettled(frames.map((frame) => room.edit(frame)));
      expect(outcomes.map((one) => (one.status === 'fulfilled' ? 'taken' : (one.reason as Problem).code))).toEqual(['taken', code, 'taken']);
      expect(await titles(boards, boardId)).toEqual(['One', 'Two']);
      release();
      await boards.close();
      expect(await titles(boardsOn(database()), boardId)).toEqual(['One', 'Two']);
    },
  );

  test('[B22] when a commit fails, what was still gathered behind it is looked at on the board as it is kept', async () => {
    const db = database();
    let fails = false;
    const boards = boardsOn({
      ...db,
      transact: (work) => (fails ? Promise.reject(new Error('the disk is gone')) : db.transact(work)),
    });
    const { boardId, personId } = await aBoardOn(db, boards);
    const { room, release } = await boards.hold(boardId);
    const page = await aPage(room, personId, 'mine');
    const [first, second] = [page(addCard('Card 1')), page(addCard('Card 2'))];
    const third = (await aPage(room, personId, 'theirs'))(addCard('Card 3'));
    fails = true;
    let asked = 0;
    room.gatherFor(() => (asked++ === 0 ? 0 : 3_600_000));
    const failing = room.edit(first);
    const gathered = Promise.allSettled([room.edit(second), room.edit(third)]);
    await expect(failing).rejects.toMatchObject({ code: 'unavailable' });
    fails = false;
    // The second stands on the first, which is lost: its page sends both again. The third stands on nothing.
    expect(await titles(boards, boardId)).toEqual(['Card 3']);
    expect(await gathered).toMatchObject([{ reason: { code: 'refused', body: { reason: 'refused.gap' } } }, { value: 2 }]);
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

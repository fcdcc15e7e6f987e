/** Edits sent without waiting for one another, as somebody's own tool may: each is answered, once, in its order. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, textOf } from '#shared/board/board-doc.ts';
import { boardVersion } from '#shared/board/upgrade.ts';
import { newId } from '#shared/lib/ids.ts';
import { makeConnection } from '#client/realtime/connection.ts';
import { aBoard } from '#tests/helpers/a-board.ts';
import { startTestServer } from '#tests/helpers/test-server.ts';

test('[B21] a refused edit among them is answered in its place, and the others hold', async () => {
  const server = await startTestServer();
  try {
    const amina = await server.join('Amina');
    const boardId = await aBoard(server.app, { [amina.personId]: 'co-owner' });
    const cardId = newId();
    await server.app.boards.edit(boardId, amina.personId, (doc) =>
      addElement(doc, { id: cardId, kind: 'blocker', position: 'V', values: { title: 'No lift' } }),
    );
    const line = makeConnection(server.url, { cookie: amina.cookie() });
    await new Promise<void>((resolve) => line.onLine(() => line.line() === 'open' && resolve()));
    const opened = await line.ask('board:open', { boardId, epoch: null, version: boardVersion, stateVector: new Uint8Array() });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, new Uint8Array(opened.update));
    const edit = (change: () => void): Uint8Array => {
      const before = Y.encodeStateVector(doc);
      change();
      return Y.encodeStateAsUpdate(doc, before);
    };
    const updates = [...'tfil'].map((letter) => edit(() => textOf(doc, cardId, 'whoCould')?.insert(0, letter)));
    updates.splice(2, 0, new Uint8Array([255, 255, 255, 255, 255]));
    const answered: string[] = [];
    const ask = async (update: Uint8Array, n: number): Promise<void> => {
      try {
        const { seq } = await line.ask('board:edit', { boardId, epoch: opened.epoch, update });
        answered.push(`${n} kept at ${seq}`);
      } catch {
        answered.push(`${n} refused`);
      }
    };
    await Promise.all(updates.map(ask));
    expect(answered.filter((one) => one.endsWith('refused'))).toEqual(['2 refused']);
    expect(answered.filter((one) => !one.endsWith('refused'))).toEqual(['0 kept at 3', '1 kept at 4', '3 kept at 5', '4 kept at 6']);
    line.close();
    const there = await server.app.boards.hold(boardId);
    expect(await there.room.look((live) => textOf(live, cardId, 'whoCould')?.toString())).toBe('lift');
    there.release();
  } finally {
    await server.close();
  }
});

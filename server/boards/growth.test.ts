import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition, textOf } from '#shared/board/board-doc.ts';
import { createFirstContent } from '#shared/board/first-content.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { Problem } from '#shared/lib/problem.ts';
import { makeLog } from '../log/log.ts';
import { acceptEdit } from './accept-edit.ts';
import { Growth, type GrowthLimits } from './growth.ts';
import type { LoadedBoard } from './load-board.ts';

const now = { at: new Date(0), log: makeLog('silent') };
const limits: GrowthLimits = { structs: 3000, bytes: 200_000, clients: 50 };

function aBoard(): LoadedBoard {
  const doc = newBoardDoc();
  createFirstContent(doc, { purposeText: 'People wait less.', elements: [] });
  const tail = { rows: 1, bytes: 0, since: new Date(0) };
  return {
    doc,
    epoch: 1,
    seq: 1,
    owners: new Map([[doc.clientID, null]]),
    recent: new Map(),
    tail,
    damaged: false,
    growth: new Growth(doc, 0, limits),
  };
}

/** Somebody's page, with one story to write in. */
function aPage(board: LoadedBoard, personId: string) {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc));
  const send = (act: () => void): void => {
    const before = Y.encodeStateVector(doc);
    doc.transact(act);
    const frame = { personId, update: Y.encodeStateAsUpdate(doc, before), mayEdit: true, live: true };
    const accepted = acceptEdit(board, frame, () => null, now);
    for (const clientId of accepted?.passed.newClients ?? []) board.owners.set(clientId, personId);
  };
  const id = newId();
  send(() => addElement(doc, { id, kind: 'story', position: endPosition(doc), values: { title: 'A story' } }));
  const text = textOf(doc, id, 'whatHappened');
  if (text === null) throw new Error('a story has a text');
  return { send, text, id };
}

function untilRefused(act: () => void): Problem {
  for (let n = 0; n < 20_000; n++) {
    try {
      act();
    } catch (thrown) {
      if (thrown instanceof Problem) return thrown;
      throw thrown;
    }
  }
  throw new Error('never refused');
}

const structsOf = (doc: Y.Doc): number => [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);

test('[B45] whoever types and deletes for ever is stopped, with a word that says why, and the board stays within its limit', () => {
  const board = aBoard();
  const { send, text, id } = aPage(board, 'mallory');
  let turn = 0;
  const refused = untilRefused(() => {
    turn++;
    // All over the text, so that nothing of the remains can be put together.
    const at = (turn * 7919) % (text.length + 1);
    if (text.length > 300) send(() => text.delete(Math.min(at, text.length - 1), 1));
    else send(() => text.insert(at, 'x'));
  });
  expect(refused.body).toMatchObject({ code: 'refused', reason: 'refused.board-full' });
  expect(structsOf(board.doc)).toBeLessThanOrEqual(limits.structs);
  expect(board.growth.percent).toBeGreaterThanOrEqual(95);
  // To delete is the one thing that still goes, for a while.
  expect(() => deleteAll(board, id)).not.toThrow();
});

test('[B45] typing that goes on at one place takes hardly any room, and a long honest text never fills a board', () => {
  const board = aBoard();
  const { send, text } = aPage(board, 'amina');
  for (let n = 0; n < 9000; n++) send(() => text.insert(text.length, 'a'));
  expect(text.length).toBe(9000);
  expect(board.growth.percent).toBeLessThan(40);
});

test('[B45] it is the document that is weighed near the limit, not the log it came from', () => {
  const board = aBoard();
  const growth = new Growth(board.doc, limits.bytes, limits);
  growth.grown({ structs: 1, deleted: 0 } as never, limits.bytes / 50);
  expect(() => growth.makeRoom({ structs: 1 } as never, 100)).not.toThrow();
  expect(growth.percent).toBeLessThan(10);
});

/** Deletes what is there, on a page that has seen all of it. */
function deleteAll(board: LoadedBoard, id: string): void {
  const doc = newBoardDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(board.doc));
  const text = textOf(doc, id, 'whatHappened');
  text?.delete(0, text.length);
  const frame = { personId: 'mallory', update: Y.encodeStateAsUpdate(doc, Y.encodeStateVector(board.doc)), mayEdit: true, live: true };
  acceptEdit(board, frame, () => null, now);
}

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, endPosition } from '#shared/board/board-doc.ts';
import { newBoardDoc } from '#shared/board/new-doc.ts';
import { newId } from '#shared/lib/ids.ts';
import { leaveHistory } from './leave-history.ts';

function aBoard(): Y.Doc {
  const doc = newBoardDoc();
  addElement(doc, { id: newId(), kind: 'question', position: endPosition(doc), values: { title: 'Who waits longest?' } });
  return doc;
}

test('[B52] a board that holds what would not come along is left as it is', () => {
  const doc = aBoard();
  expect(leaveHistory(Y.encodeStateAsUpdate(doc))).toMatchObject({ clientId: expect.any(Number) });
  doc.getMap('of a later version').set('words', 'theirs');
  expect(leaveHistory(Y.encodeStateAsUpdate(doc))).toBeNull();
});

test('[B52] so is one that does not read', () => {
  expect(leaveHistory(Y.encodeStateAsUpdate(aBoard()).slice(0, -5))).toBeNull();
  expect(leaveHistory(Uint8Array.of(1, 2, 3))).toBeNull();
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { isStateVector } from './state-vector.ts';

test('what Yjs writes is a state vector, and so is nothing', () => {
  const doc = new Y.Doc();
  for (const id of [1, 4_294_967_295, 70_000]) {
    doc.clientID = id;
    doc.getText('t').insert(0, 'words');
  }
  for (const vector of [Y.encodeStateVector(doc), Y.encodeStateVector(new Y.Doc()), new Uint8Array()]) expect(isStateVector(vector)).toBe(true);
});

test.each([
  ['too few entries', [2, 1, 1]],
  ['bytes left over', [0, 0]],
  ['a count of 2^53', [255, 255, 255, 255, 255, 255, 255, 15]],
  ['a number that never ends', [255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255]],
])('%s is none', (_what, bytes) => {
  expect(isStateVector(Uint8Array.from(bytes))).toBe(false);
});

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { emptySeen, merged, nothingKept, takeUp, together } from './kept-board.ts';

const edit = (id: string, epoch: number) => ({ id, epoch, update: new Uint8Array([0, 0]) });
const saying = (words: string): Uint8Array => {
  const doc = new Y.Doc();
  doc.getText('words').insert(0, words);
  return Y.encodeStateAsUpdate(doc);
};
const read = (state: Uint8Array): string => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getText('words').toJSON();
};

test('[B36] words of an older epoch than the copy are not taken for words of this one', () => {
  const kept = { ...nothingKept, seen: emptySeen(2), unsent: [edit('old', 1), edit('new', 2)] };
  expect(takeUp(kept)).toEqual({ epoch: 2, state: emptySeen(2).state, mayEdit: true, waiting: [edit('new', 2)], outdated: [edit('old', 1)] });
});

test('[B36] a copy that is older than the words is not shown as their board', () => {
  const kept = { ...nothingKept, seen: emptySeen(1), unsent: [edit('new', 2)] };
  expect(takeUp(kept)).toEqual({ epoch: 2, state: null, mayEdit: true, waiting: [edit('new', 2)], outdated: [] });
});

test('[B48] words alone, without a copy of the board, say which epoch they are of; nothing at all says none', () => {
  expect(takeUp({ ...nothingKept, unsent: [edit('last', 4)] })).toMatchObject({ epoch: 4, state: null, waiting: [edit('last', 4)] });
  expect(takeUp(nothingKept)).toEqual({ epoch: null, state: null, mayEdit: true, waiting: [], outdated: [] });
});

test('what two pages keep of one epoch is kept together; a page that lags behind does not bring an older epoch back', () => {
  const seen = (epoch: number, words: string) => ({ epoch, state: saying(words), mayEdit: true });
  const both = merged(seen(2, 'one'), seen(2, 'two'));
  expect([read(both.state).includes('one'), read(both.state).includes('two')]).toEqual([true, true]);
  expect(merged(both, seen(1, 'old'))).toBe(both);
  expect(read(merged(both, seen(3, 'new')).state)).toBe('new');
});

test('[B27] who could only read it when the server last said so can only read it without a line', () => {
  const reading = { ...emptySeen(1), state: saying('one'), mayEdit: false };
  expect(takeUp({ ...nothingKept, seen: reading }).mayEdit).toBe(false);
  expect(merged(emptySeen(1), reading).mayEdit).toBe(false);
  expect(merged(reading, emptySeen(1)).mayEdit).toBe(true);
});

test('[B28] what is kept twice is there once', () => {
  expect(together([edit('a', 1), edit('b', 1)], [edit('b', 1), edit('c', 1)]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

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
  expect(takeUp(kept)).toEqual({ epoch: 2, state: emptySeen(2).state, waiting: [edit('new', 2)], outdated: [edit('old', 1)] });
});

test('[B36] a copy that is older than the words is not shown as their board', () => {
  const kept = { ...nothingKept, seen: emptySeen(1), unsent: [edit('new', 2)] };
  expect(takeUp(kept)).toEqual({ epoch: 2, state: null, waiting: [edit('new', 2)], outdated: [] });
});

test('[B48] words alone, without a copy of the board, say which epoch they are of; nothing at all says none', () => {
  expect(takeUp({ ...nothingKept, unsent: [edit('last', 4)] })).toMatchObject({ epoch: 4, state: null, waiting: [edit('last', 4)] });
  expect(takeUp(nothingKept)).toEqual({ epoch: null, state: null, waiting: [], outdated: [] });
});

test('what two pages keep of one epoch is kept together; a page that lags behind does not bring an older epoch back', () => {
  const both = merged({ epoch: 2, state: saying('one') }, 2, saying('two'));
  expect([read(both.state).includes('one'), read(both.state).includes('two')]).toEqual([true, true]);
  expect(merged(both, 1, saying('old'))).toBe(both);
  expect(read(merged(both, 3, saying('new')).state)).toBe('new');
});

test('[B28] what is kept twice is there once', () => {
  expect(together([edit('a', 1), edit('b', 1)], [edit('b', 1), edit('c', 1)]).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

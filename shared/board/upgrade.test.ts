import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readElement } from './read-board.ts';
import { blockerCard, boardWith, cardId, copyOf } from './testing.ts';
import { upgradeBoard } from './upgrade.ts';

test('[B17] a text that a kind has gained since is added, once, and nothing else changes', () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'Two systems' } })]);
  const card = doc.getMap<Y.Map<unknown>>('elements').get(cardId(1));
  card?.delete('how');
  const old = copyOf(doc);
  expect(readElement(old, cardId(1))).toMatchObject({ ok: true, element: { values: { how: '', title: 'Two systems' } } });
  expect(upgradeBoard(old)).toBe(true);
  expect(old.getMap<Y.Map<unknown>>('elements').get(cardId(1))?.get('how')).toBeInstanceOf(Y.Text);
  const once = Y.encodeStateAsUpdate(old);
  expect(upgradeBoard(old)).toBe(false);
  expect(Y.encodeStateAsUpdate(old)).toEqual(once);
});

test('[B17] a board of this version needs no upgrade', () => {
  expect(upgradeBoard(boardWith([blockerCard(1)]))).toBe(false);
});

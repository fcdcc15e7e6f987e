import { expect, test } from 'vitest';
import { addElement, archiveElement, endPosition, moveElement, setText } from '#shared/board/board-doc.ts';
import { boardRoots } from '#shared/board/layout.ts';
import { blockerCard, boardWith, cardId, copyOf, syncAll } from '#shared/board/testing.ts';
import * as Y from 'yjs';
import { makeCardStore } from './card-store.ts';

const two = () => boardWith([blockerCard(1, { values: { title: 'No lift' } }), blockerCard(2, { values: { title: 'No key' } })]);
const titles = (cards: readonly { values: { title: string } }[]) => cards.map((card) => card.values.title);

test('typing in one card leaves every other card the same object, so that only one is drawn', () => {
  const doc = two();
  const store = makeCardStore(doc);
  const [lift, key] = store.all();
  const before = store.all();
  setText(doc, cardId(1), 'title', 'No lift at all');
  expect(store.all()).not.toBe(before);
  expect(store.all()[0]).not.toBe(lift);
  expect(store.all()[1]).toBe(key);
  expect(titles(store.all())).toEqual(['No lift at all', 'No key']);
});

test('cards come, move and are put away, here and from afar; listeners are told once a change', () => {
  const doc = two();
  const far = copyOf(doc);
  const store = makeCardStore(doc);
  let told = 0;
  const stop = store.subscribe(() => told++);
  addElement(far, { id: cardId(3), kind: 'question', position: endPosition(far), values: { title: 'Who has one?' } });
  moveElement(far, cardId(3), null, cardId(1));
  archiveElement(far, cardId(2), new Date('2027-01-01T00:00:00Z'));
  syncAll([far, doc]);
  expect(titles(store.all())).toEqual(['Who has one?', 'No lift', 'No key']);
  expect(store.all().map((card) => card.archivedAt)).toEqual([null, null, '2027-01-01T00:00:00.000Z']);
  expect(told).toBe(1);
  stop();
  setText(doc, cardId(1), 'title', 'x');
  expect(told).toBe(1);
});

test('a card of a newer Kindling is counted and hides no other', () => {
  const doc = two();
  const store = makeCardStore(doc);
  const strange = new Y.Map<unknown>([['kind', 'dream']]);
  boardRoots(doc).elements.set(cardId(9), strange);
  expect(store.unread()).toBe(1);
  expect(titles(store.all())).toEqual(['No lift', 'No key']);
  store.destroy();
});

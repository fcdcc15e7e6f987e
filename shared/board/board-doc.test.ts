import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Problem } from '../lib/problem.ts';
import { addElement, archiveElement, endPosition, moveElement, restoreElement, setField, setState, setText, textOf } from './board-doc.ts';
import { createFirstContent } from './first-content.ts';
import { rootNames } from './layout.ts';
import { listElements, readElement } from './read-board.ts';
import { purposeText } from './read-purpose.ts';
import { blockerCard, boardWith, cardId, copyOf, syncAll } from './testing.ts';

const one = cardId(1);

describe('first content', () => {
  test('[B4] stands once: a second try is refused and changes nothing', () => {
    const doc = boardWith([blockerCard(1)], 'One line.\nAnother.');
    const before = Y.encodeStateAsUpdate(doc);
    expect(problemIn(() => createFirstContent(doc, { purposeText: 'Again', elements: [] }))).toBe('conflict');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
    expect(purposeText(doc)).toBe('One line.\nAnother.');
  });

  test('[B1] the document has two roots and no other', () => {
    const doc = boardWith([blockerCard(1)]);
    listElements(doc);
    purposeText(doc);
    expect([...doc.share.keys()].sort()).toEqual([...rootNames].sort());
  });

  test('a purpose beyond its limit is refused', () => {
    expect(problemIn(() => createFirstContent(new Y.Doc(), { purposeText: 'x'.repeat(2001), elements: [] }))).toBe('invalid');
  });
});

describe('adding a card', () => {
  test('[B2] gives it its kind, its place, its first state and the defaults of the kind, and no name of anybody', () => {
    const doc = boardWith([blockerCard(1, { values: { title: 'Two systems', blockerKind: 'it-and-data' } })]);
    expect(Object.keys(card(doc).toJSON()).sort()).toEqual([
      'blockerKind',
      'firstRung',
      'how',
      'kind',
      'position',
      'state',
      'title',
      'whatWouldFreeUs',
      'whoCould',
      'workedRound',
    ]);
    expect(readElement(doc, one)).toEqual({
      ok: true,
      element: {
        id: one,
        kind: 'blocker',
        position: 'a1V',
        state: 'stuck',
        archivedAt: null,
        values: { title: 'Two systems', blockerKind: 'it-and-data', whatWouldFreeUs: '', whoCould: '', firstRung: '', workedRound: false, how: '' },
      },
    });
  });

  test('[B3] every text is there from the start, so that two people can begin in the same empty field', () => {
    const doc = boardWith([blockerCard(1)]);
    const copy = copyOf(doc);
    textOf(doc, one, 'whatWouldFreeUs')?.insert(0, 'A key. ');
    textOf(copy, one, 'whatWouldFreeUs')?.insert(0, 'A room. ');
    syncAll([doc, copy]);
    const words = textOf(doc, one, 'whatWouldFreeUs')?.toString();
    expect(words).toContain('A key. ');
    expect(words).toContain('A room. ');
    expect(textOf(copy, one, 'whatWouldFreeUs')?.toString()).toBe(words);
  });

  test('a taken id, an unknown field, a wrong value and a text that is too long are refused', () => {
    const doc = boardWith([blockerCard(1)]);
    expect(problemIn(() => addElement(doc, blockerCard(1)))).toBe('conflict');
    expect(problemIn(() => addElement(doc, { ...blockerCard(2), id: 'short' }))).toBe('invalid');
    expect(problemIn(() => addElement(doc, { ...blockerCard(2), id: 'hasOwnProperty' }))).toBe('invalid');
    expect(problemIn(() => addElement(doc, { ...blockerCard(2), position: '' }))).toBe('invalid');
    expect(problemIn(() => addElement(doc, blockerCard(2, { values: { title: 'x'.repeat(201) } })))).toBe('invalid');
    expect(problemIn(() => addElement(doc, JSON.parse(JSON.stringify({ ...blockerCard(2), values: { other: 1 } }))))).toBe('invalid');
    expect(problemIn(() => addElement(doc, JSON.parse(JSON.stringify({ ...blockerCard(2), kind: 'sculpture' }))))).toBe('invalid');
    expect(listElements(doc).elements).toHaveLength(1);
  });

  test('pasted line breaks and control signs are tidied, in a title also into one line', () => {
    const doc = boardWith([blockerCard(1, { values: { title: 'Two\r\nlines\u0000', how: 'a\r\nb\u2028c\u0007' } })]);
    expect(values(doc)).toMatchObject({ title: 'Two lines', how: 'a\nb\nc' });
  });
});

describe('changing a card', () => {
  test('a plain field takes what its kind allows, and null clears it', () => {
    const doc = boardWith([blockerCard(1)]);
    setField(doc, one, 'blockerKind', 'space');
    expect(values(doc)['blockerKind']).toBe('space');
    setField(doc, one, 'blockerKind', null);
    expect(values(doc)['blockerKind']).toBeNull();
    for (const [name, value] of [
      ['blockerKind', 'weather'],
      ['workedRound', 'yes'],
      ['title', 'x'],
      ['kind', 'spark'],
      ['constructor', 1],
    ] as const) {
      expect(problemIn(() => setField(doc, one, name, value))).toBe('invalid');
    }
    expect(problemIn(() => setField(doc, cardId(9), 'blockerKind', 'space'))).toBe('not-found');
  });

  test('a value that is already there makes no edit', () => {
    const doc = boardWith([blockerCard(1)]);
    let updates = 0;
    doc.on('update', () => updates++);
    setField(doc, one, 'workedRound', false);
    setField(doc, one, 'blockerKind', null);
    setState(doc, one, 'stuck');
    restoreElement(doc, one);
    setText(doc, one, 'title', '');
    expect(updates).toBe(0);
  });

  test('[B10] a state that needs something written is refused until it is written', () => {
    const doc = boardWith([{ id: one, kind: 'test-of-change', position: 'V' }]);
    expect(fieldsIn(() => setState(doc, one, 'running'))).toEqual([{ field: 'stopIf', reason: 'field.required' }]);
    setText(doc, one, 'stopIf', 'Anyone waits longer.');
    setState(doc, one, 'running');
    expect(readElement(doc, one)).toMatchObject({ element: { state: 'running' } });
    expect(problemIn(() => setState(doc, one, 'flying'))).toBe('invalid');
  });

  test('[B7] an archived card keeps every word and comes back as it was', () => {
    const doc = boardWith([blockerCard(1, { values: { title: 'Stays' } })]);
    const before = readElement(doc, one);
    archiveElement(doc, one, new Date('2027-03-01T10:00:00Z'));
    expect(readElement(doc, one)).toMatchObject({ element: { archivedAt: '2027-03-01T10:00:00.000Z', values: { title: 'Stays' } } });
    archiveElement(doc, one, new Date('2028-03-01T10:00:00Z'));
    expect(readElement(doc, one)).toMatchObject({ element: { archivedAt: '2027-03-01T10:00:00.000Z' } });
    restoreElement(doc, one);
    expect(readElement(doc, one)).toEqual(before);
  });
});

describe('the order of cards', () => {
  const three = () => boardWith([blockerCard(1), blockerCard(2), blockerCard(3)]);
  const order = (doc: Y.Doc) => listElements(doc).elements.map((element) => Number(element.id.slice(-1)));

  test('[B20] a card goes right after one, right in front of one, first or last', () => {
    const doc = three();
    moveElement(doc, cardId(3), cardId(1), cardId(2));
    expect(order(doc)).toEqual([1, 3, 2]);
    moveElement(doc, cardId(2), null, cardId(1));
    expect(order(doc)).toEqual([2, 1, 3]);
    moveElement(doc, cardId(2), null, null);
    expect(order(doc)).toEqual([1, 3, 2]);
    expect(endPosition(doc) > String(card(doc, 2).get('position'))).toBe(true);
  });

  test('[B20] a card goes between two that two people put in the same place at once', () => {
    const doc = three();
    const copy = copyOf(doc);
    addElement(doc, blockerCard(4, { position: endPosition(doc) }));
    addElement(copy, blockerCard(5, { position: endPosition(copy) }));
    syncAll([doc, copy]);
    expect(order(doc)).toEqual([1, 2, 3, 4, 5]);
    moveElement(doc, cardId(1), cardId(4), cardId(5));
    expect(order(doc)).toEqual([2, 3, 4, 1, 5]);
  });
});

test('[B18] a card somebody cannot read hides no other card', () => {
  const doc = boardWith([blockerCard(1), blockerCard(2)]);
  const later = new Y.Map<unknown>();
  later.set('kind', 'sculpture');
  doc.getMap('elements').set('a-card-from-later', later);
  doc.getMap('elements').set('not-a-card-at-all', 7);
  card(doc, 2).set('addedInALaterVersion', 1);
  const { elements, unread } = listElements(doc);
  expect(elements).toHaveLength(2);
  expect(unread.map(({ id, reason }) => [id, reason])).toEqual([
    ['a-card-from-later', 'refused.kind'],
    ['not-a-card-at-all', 'field.type'],
  ]);
  expect(readElement(doc, 'no-such-card')).toBeNull();
});

function card(doc: Y.Doc, nth = 1): Y.Map<unknown> {
  const found = doc.getMap('elements').get(cardId(nth));
  if (!(found instanceof Y.Map)) throw new Error('no such card');
  return found;
}

function values(doc: Y.Doc): Readonly<Record<string, unknown>> {
  const reading = readElement(doc, one);
  return reading?.ok === true ? reading.element.values : {};
}

function problemIn(act: () => void): string {
  return bodyOf(act).code;
}

function fieldsIn(act: () => void) {
  return bodyOf(act).fields;
}

function bodyOf(act: () => void) {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown.body;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}

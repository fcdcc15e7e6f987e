import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordsHash } from '../lib/words-hash.ts';
import { allIn } from './all-in.ts';
import { addElement, textOf } from './board-doc.ts';
import { judgeElements } from './judge.ts';
import { boardRoots } from './layout.ts';
import { newBoardDoc } from './new-doc.ts';
import { listElements } from './read-board.ts';
import { purposeBlocks, purposeText } from './read-purpose.ts';
import { blockerCard, boardWith, cardId, copyOf, knownFrom } from './testing.ts';
import { playedOut, step } from '#tests/helpers/board-steps.ts';
import { upgradeBoard } from './upgrade.ts';
import { withoutHistory } from './without-history.ts';

/** How people work on a purpose. Places are taken as they fit. */
const place = fc.nat(60);
const touch = fc.oneof(
  fc.record({ act: fc.constant('write' as const), at: place, words: fc.constantFrom('known ', 'by name', '👩🏽', ' ', 'é\u0301') }),
  fc.record({ act: fc.constant('delete' as const), at: place, length: fc.nat(12) }),
  fc.record({
    act: fc.constant('mark' as const),
    at: place,
    length: fc.nat(20),
    mark: fc.constantFrom<Record<string, unknown>>(
      { bold: {} },
      { bold: null },
      { italic: true },
      { strike: {} },
      { link: { href: 'https://example.org', target: null } },
      { link: null },
    ),
  }),
  fc.record({ act: fc.constant('paragraph' as const), at: place }),
  fc.record({ act: fc.constant('list' as const), at: place }),
  fc.record({ act: fc.constant('take-away' as const), at: place }),
);
type Touch = typeof touch extends fc.Arbitrary<infer S> ? S : never;

test('[B52] whatever people wrote, deleted, formatted and undid: what is left reads the same, may be kept, and holds nothing that was deleted', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), fc.array(touch, { maxLength: 40 }), (steps, touches) => {
      const [played = newBoardDoc()] = playedOut(steps);
      for (const one of touches) work(played, one);
      const doc = copyOf(played);
      const lean = copyOf(withoutHistory(doc));
      expectTheSame(lean, doc);
      expect(judgeElements(lean, everythingOn(lean), knownFrom(doc))).toMatchObject({ ok: true });
      expect(remains(lean)).toBe(0);
      expect(lean.store.clients.size).toBe(1);
      // Where one look ends as another of its kind begins, a mark for each.
      expect(structsOf(lean)).toBeLessThanOrEqual(structsOf(doc) + marksIn(doc));
      expect(upgradeBoard(lean)).toBe(false);
    }),
    { numRuns: 120 },
  );
});

test('[B52] looks that overlap are written once each, for as long as they go on', () => {
  const doc = boardWith([]);
  const text = firstText(doc);
  text.format(0, 4, { strike: {} });
  text.format(0, 8, { bold: {} });
  text.format(2, 10, { link: { href: 'https://example.org' } });
  const lean = withoutHistory(doc);
  expectTheSame(lean, doc);
  expect([marksIn(doc), marksIn(lean)]).toEqual([6, 6]);
});

test('[B52] a board that was written on and off for years becomes as small as what stands on it', () => {
  const doc = boardWith([blockerCard(1, { values: { title: 'Two systems' } })]);
  const text = textOf(doc, cardId(1), 'whoCould');
  for (let n = 0; n < 3000; n++) doc.transact(() => (text?.insert(0, 'ab'), text?.delete(1, 1)));
  text?.delete(0, text.length - 10);
  const lean = withoutHistory(copyOf(doc));
  expectTheSame(lean, doc);
  expect(structsOf(copyOf(doc))).toBeGreaterThan(3000);
  expect(structsOf(copyOf(lean))).toBeLessThan(20);
  expect(Y.encodeStateAsUpdate(lean).length).toBeLessThan(
    Y.encodeStateAsUpdate(boardWith([blockerCard(1, { values: { title: 'Two systems' } })])).length + 40,
  );
});

test('[B52] the original stays as it was, and the two share nothing', () => {
  const doc = boardWith([blockerCard(1)]);
  const before = Y.encodeStateAsUpdate(doc);
  const lean = withoutHistory(doc);
  textOf(lean, cardId(1), 'title')?.insert(0, 'Mine');
  addElement(lean, blockerCard(2));
  expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
});

describe('[B52] what this version does not write, or no longer reads, comes along as it is', () => {
  const cases: [what: string, make: (doc: Y.Doc) => void][] = [
    ['a list that begins at seven', (doc) => node(doc, 'orderedList', { start: 7, type: null })],
    ['a node of a later version, with words in it', (doc) => node(doc, 'callout', { tone: { is: ['warm', 1, null] } }, [new Y.XmlText('Later.')])],
    ['an attribute on a text', (doc) => firstText(doc).setAttribute('dir', 'rtl')],
    ['something embedded in a text', (doc) => firstText(doc).insertEmbed(2, { image: 'a' }, { bold: {} })],
    ['a shared type embedded in a text', (doc) => firstText(doc).insertEmbed(2, new Y.XmlElement('later'))],
    ['words with no letter but marks', (doc) => firstText(doc).delete(0, firstText(doc).length)],
    ['an empty text beside a full one', (doc) => paragraphAt(doc, 0)?.push([new Y.XmlText(), new Y.XmlText('and'), new Y.XmlElement('hardBreak')])],
    [
      'a card of an unknown kind',
      (doc) =>
        card(doc, [
          ['kind', 'later'],
          ['values', [1, 'a', { b: null }]],
          ['words', new Y.Text('In it')],
        ]),
    ],
    [
      'a card with lists, maps and bytes',
      (doc) =>
        card(doc, [
          ['kind', 'later'],
          ['list', Y.Array.from([1, 'a'])],
          ['map', new Y.Map([['in', new Y.Text('deep')]])],
          ['bytes', new Uint8Array([1, 2])],
        ]),
    ],
    ['a card that is no map', (doc) => void boardRoots(doc).elements.set(cardId(9), 'a word')],
    [
      'a card with a field this version does not know',
      (doc) => boardRoots(doc).elements.forEach((one) => one instanceof Y.Map && one.set('colour', 'blue')),
    ],
    ['formatting in a card’s words', (doc) => textOf(doc, cardId(1), 'title')?.insert(0, 'bold', { bold: true })],
  ];
  test.each(cases)('%s', (_what, make) => {
    const board = boardWith([blockerCard(1)], 'Known by name.');
    make(board);
    const doc = copyOf(board);
    expectTheSame(copyOf(withoutHistory(doc)), doc);
  });
});

test('[B52] marks that change nothing do not come along, and the words look the same', () => {
  const doc = boardWith([], 'x'.repeat(1200));
  const text = firstText(doc);
  for (let at = 0; at < 1200; at += 2) text.format(at, 1, { bold: {} });
  for (let at = 0; at < 1200; at += 3) text.format(at, 2, { italic: {} });
  const lean = withoutHistory(doc);
  expectTheSame(lean, doc);
  expect(upgradeBoard(copyOf(lean))).toBe(false);
});

test('what two documents say is told apart, by every letter, mark, attribute, place and card', () => {
  const one = boardWith([blockerCard(1)], 'Known by name.');
  const others: ((doc: Y.Doc) => void)[] = [
    (doc) => firstText(doc).insert(3, 'x'),
    (doc) => firstText(doc).format(0, 5, { bold: {} }),
    (doc) => firstText(doc).setAttribute('dir', 'rtl'),
    (doc) => node(doc, 'orderedList', { start: 7 }),
    (doc) => textOf(doc, cardId(1), 'how')?.insert(0, ' '),
    (doc) => boardRoots(doc).elements.forEach((each) => each instanceof Y.Map && each.set('position', 'b')),
    (doc) => boardRoots(doc).elements.delete(cardId(1)),
    (doc) => void doc.getMap('elsewhere').set('a', 1),
  ];
  expect(allIn(copyOf(one))).toEqual(allIn(one));
  for (const change of others) {
    const other = copyOf(one);
    change(other);
    expect(allIn(other)).not.toEqual(allIn(one));
  }
});

function expectTheSame(lean: Y.Doc, doc: Y.Doc): void {
  expect(allIn(lean)).toEqual(allIn(doc));
  expect(listElements(lean)).toEqual(listElements(doc));
  expect(JSON.stringify(listElements(lean).elements)).toBe(JSON.stringify(listElements(doc).elements));
  expect(boardRoots(lean).elements.toJSON()).toEqual(boardRoots(doc).elements.toJSON());
  expect(purposeBlocks(lean)).toEqual(purposeBlocks(doc));
  expect(wordsHash(purposeText(lean))).toBe(wordsHash(purposeText(doc)));
}

const everythingOn = (doc: Y.Doc) => ({ elements: boardRoots(doc).elements.keys(), purpose: true });
const structsOf = (doc: Y.Doc): number => [...doc.store.clients.values()].reduce((sum, structs) => sum + structs.length, 0);
const marksIn = (doc: Y.Doc): number =>
  [...doc.store.clients.values()].flat().filter((struct) => !struct.deleted && struct instanceof Y.Item && struct.content instanceof Y.ContentFormat)
    .length;
const remains = (doc: Y.Doc): number => [...doc.store.clients.values()].flat().filter((struct) => struct.deleted).length;

function work(doc: Y.Doc, one: Touch): void {
  const { purpose } = boardRoots(doc);
  const paragraph = paragraphAt(doc, one.at);
  const text = paragraph?.get(0);
  if (one.act === 'paragraph') return purpose.insert(one.at % (purpose.length + 1), [paragraphOf('New ')]);
  if (one.act === 'list') return purpose.insert(one.at % (purpose.length + 1), [listOf('at the door')]);
  if (one.act === 'take-away') return purpose.length > 1 ? purpose.delete(one.at % purpose.length, 1) : undefined;
  if (!(text instanceof Y.XmlText)) return;
  const at = one.at % (text.length + 1);
  if (one.act === 'write') text.insert(at, one.words);
  else if (one.act === 'delete') text.delete(at, Math.min(one.length, text.length - at));
  else text.format(at, Math.min(one.length, text.length - at), one.mark);
}

function paragraphAt(doc: Y.Doc, at: number): Y.XmlElement | null {
  const paragraphs = boardRoots(doc)
    .purpose.toArray()
    .filter((child): child is Y.XmlElement => child instanceof Y.XmlElement && child.nodeName === 'paragraph');
  return paragraphs[at % Math.max(1, paragraphs.length)] ?? null;
}

function firstText(doc: Y.Doc): Y.XmlText {
  const text = paragraphAt(doc, 0)?.get(0);
  if (text instanceof Y.XmlText) return text;
  throw new Error('the purpose has a text');
}

function paragraphOf(words: string): Y.XmlElement {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(words)]);
  return paragraph;
}

function listOf(words: string): Y.XmlElement {
  const [list, item] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem')];
  item.insert(0, [paragraphOf(words)]);
  list.insert(0, [item]);
  return list;
}

function node(doc: Y.Doc, name: string, attributes: Record<string, unknown>, children: Y.XmlText[] = []): void {
  const made = new Y.XmlElement(name);
  // The types say text; Yjs keeps whatever it is given.
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value as string);
  made.insert(0, children);
  boardRoots(doc).purpose.push([made]);
}

function card(doc: Y.Doc, entries: [string, unknown][]): void {
  boardRoots(doc).elements.set(cardId(8), new Y.Map(entries));
}

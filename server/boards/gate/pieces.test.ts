import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { Pieces, type Piece } from './pieces.ts';

function run(text: string): Y.Item {
  const doc = new Y.Doc();
  doc.clientID = 1;
  doc.getText('t').insert(0, text);
  const item = doc.getText('t')._start;
  if (item === null) throw new Error('no item');
  return item;
}

function lengths(pieces: Pieces, first: Piece): number[] {
  const all: number[] = [];
  for (let piece: Piece | null = first; piece !== null; piece = pieces.rightOf(piece)) all.push(piece.length);
  return all;
}

test('however a run is cut, its pieces stay in order and whole together', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ at: fc.nat(19), before: fc.boolean() }), { maxLength: 30 }), (cuts) => {
      const item = run('abcdefghijklmnopqrst');
      const pieces = new Pieces();
      for (const { at, before } of cuts) {
        const piece = before ? pieces.startingAt(item, at) : pieces.endingAt(item, at);
        expect(before ? piece.clock : piece.clock + piece.length - 1).toBe(at);
        expect(pieces.holding(item, at)).toBe(piece);
      }
      expect(lengths(pieces, pieces.first(item)).reduce((sum, length) => sum + length, 0)).toBe(20);
      expect(item.length).toBe(20);
    }),
  );
});

test('a piece cut off names the unit before it as its left neighbour, as Yjs does', () => {
  const item = run('abcdef');
  const pieces = new Pieces();
  const tail = pieces.startingAt(item, 2);
  expect(tail).toMatchObject({ originClient: 1, originClock: 1, length: 4 });
  expect(pieces.first(item)).toMatchObject({ originClient: -1, length: 2 });
});

test('the order of the document shows through where nothing is cut', () => {
  const doc = new Y.Doc();
  const text = doc.getText('t');
  for (const word of ['c', 'b', 'a']) text.insert(0, word);
  const pieces = new Pieces();
  const first = text._start;
  if (first === null) throw new Error('no item');
  expect(lengths(pieces, pieces.first(first))).toEqual([1, 1, 1]);
});

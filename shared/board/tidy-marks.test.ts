import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardRoots } from './layout.ts';
import { boardWith, copyOf } from './testing.ts';
import { tidyMarks } from './tidy-marks.ts';
import { upgradeBoard } from './upgrade.ts';

/** The same words made bold by many people at once: of these marks two say everything. */
function boldBy(people: number): Y.Doc {
  const board = boardWith([]);
  const frames = Array.from({ length: people }, () => {
    const copy = copyOf(board);
    const before = Y.encodeStateVector(copy);
    textOf(copy).format(0, 6, { bold: true });
    return Y.encodeStateAsUpdate(copy, before);
  });
  for (const frame of frames) Y.applyUpdate(board, frame);
  return board;
}

test('[B41] marks that change nothing are let go of by the server when there are many, once, and the words read the same', () => {
  const board = boldBy(300);
  const [html, marks] = [shown(board), marksOf(board)];
  expect(marks).toBe(600);
  expect(upgradeBoard(board)).toBe(true);
  expect(marksOf(board)).toBe(2);
  expect(shown(board)).toBe(html);
  expect(upgradeBoard(board)).toBe(false);
});

test('a few marks are left alone', () => {
  const board = boldBy(3);
  expect(tidyMarks(board)).toBe(false);
  expect(marksOf(board)).toBe(6);
});

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = boardRoots(doc).purpose.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (text instanceof Y.XmlText) return text;
  throw new Error('no text');
}

/** What people see: neighbouring stretches that look alike are one. */
function shown(doc: Y.Doc): string {
  return textOf(doc).toString().replaceAll('</bold><bold>', '');
}

function marksOf(doc: Y.Doc): number {
  let marks = 0;
  for (let item = textOf(doc)._start; item !== null; item = item.right) if (!item.deleted && item.content instanceof Y.ContentFormat) marks++;
  return marks;
}

import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { seeded, type Seeded } from '#tests/helpers/seeded.ts';
import { boardRoots } from './layout.ts';
import { newBoardDoc } from './new-doc.ts';

const words = 'why we do this';

test('[B13] [B41] no copy tidies formatting by itself, so copies that have seen the same read the same', () => {
  const differing = (make: () => Y.Doc): number[] => Array.from({ length: 30 }, (_, seed) => seed).filter((seed) => !endAlike(seeded(seed), make));
  expect(differing(newBoardDoc)).toEqual([]);
  // Were this empty, Yjs would have mended its tidying, and newBoardDoc could go.
  expect(differing(() => new Y.Doc()).length).toBeGreaterThan(0);
});

test('[B41] reading what others formatted writes nothing', () => {
  const [one, other] = copies(newBoardDoc, 2);
  if (one === undefined || other === undefined) throw new Error('two copies');
  textOf(one).format(0, 8, { bold: {} });
  textOf(other).format(0, 8, { bold: {} });
  const own: unknown[] = [];
  one.on('update', (_bytes: Uint8Array, origin: unknown) => origin === null && own.push(_bytes));
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other), 'server');
  expect(own).toEqual([]);
});

/** Three people format the same words at once, and read each other in different orders. */
function endAlike(random: Seeded, make: () => Y.Doc): boolean {
  const docs = copies(make, 3);
  for (let round = 0; round < 4; round++) {
    const frames = docs.map((doc) => written(doc, () => edit(random, textOf(doc))));
    for (const doc of docs) for (const frame of random.below(2) === 0 ? frames : frames.toReversed()) Y.applyUpdate(doc, frame, 'server');
  }
  return new Set(docs.map((doc) => textOf(doc).toString())).size === 1;
}

/** What a person writes, without what their copy does when it reads others. */
function written(doc: Y.Doc, act: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  let bytes = Y.encodeStateAsUpdate(doc, before);
  const keep = (update: Uint8Array): void => void (bytes = update);
  doc.on('update', keep);
  act();
  doc.off('update', keep);
  return bytes;
}

function edit(random: Seeded, text: Y.XmlText): void {
  const from = random.below(text.length);
  const length = 1 + random.below(text.length - from);
  if (random.below(4) === 0 && text.length > 6) text.delete(from, Math.min(2, length));
  else text.format(from, length, { [random.pick(['bold', 'italic'])]: random.below(3) === 0 ? null : {} });
}

function copies(make: () => Y.Doc, count: number): Y.Doc[] {
  const first = make();
  first.clientID = 1;
  const paragraph = new Y.XmlElement('paragraph');
  boardRoots(first).purpose.insert(0, [paragraph]);
  paragraph.insert(0, [new Y.XmlText(words)]);
  return Array.from({ length: count }, (_, at) => {
    const copy = make();
    boardRoots(copy);
    copy.clientID = 10 + at;
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(first));
    return copy;
  });
}

function textOf(doc: Y.Doc): Y.XmlText {
  const paragraph = boardRoots(doc).purpose.get(0);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (text instanceof Y.XmlText) return text;
  throw new Error('no text');
}

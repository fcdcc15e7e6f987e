import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { boardRoots } from '#shared/board/layout.ts';
import { describeDoc } from './structure.ts';

function docWith(write: (text: Y.Text) => void): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const text = new Y.Text();
  boardRoots(doc).elements.set('card', new Y.Map([['title', text]]));
  write(text);
  return doc;
}

function reloaded(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  boardRoots(copy);
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test('a document and its reload read the same', () => {
  const doc = docWith((text) => {
    for (const word of ['one ', 'two ', 'three ']) text.insert(0, word);
    text.delete(2, 5);
  });
  expect(describeDoc(reloaded(doc))).toBe(describeDoc(doc));
});

test.each<[string, (text: Y.Text) => void]>([
  ['other words', (text) => text.insert(0, 'ac')],
  ['the same words in another order of writing', (text) => ['b', 'a'].forEach((letter) => text.insert(0, letter))],
  ['the same words with something deleted between', (text) => text.applyDelta([{ insert: 'axb' }, { retain: 1 }, { delete: 1 }])],
])('%s read otherwise', (_what, write) => {
  expect(describeDoc(docWith(write))).not.toBe(describeDoc(docWith((text) => text.insert(0, 'ab'))));
});

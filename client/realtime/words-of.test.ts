import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { wordsOf } from './words-of.ts';

test('what was typed letter by letter is read as it was typed, a line for each place', () => {
  const doc = new Y.Doc();
  const text = doc.getText('story');
  text.insert(0, 'We wait. Then we go.');
  const edits: Uint8Array[] = [];
  doc.on('update', (edit: Uint8Array) => edits.push(edit));
  for (const [nth, letter] of [...' too long'].entries()) text.insert('We wait'.length + nth, letter);
  for (const letter of ' Home.') text.insert(text.length, letter);
  expect(wordsOf(edits)).toBe('too long\nHome.');
});

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

test('[B49] what was taken out again before it was sent is not given back, and what was typed in its place reads on', () => {
  const edits: Uint8Array[] = [];
  const doc = new Y.Doc();
  const text = doc.getText('story');
  text.insert(0, 'We wait.');
  doc.on('update', (edit: Uint8Array) => edits.push(edit));
  const type = (letters: string): void => [...letters].forEach((letter) => text.insert(text.length, letter));
  const erase = (count: number): void => {
    for (let n = 0; n < count; n++) text.delete(text.length - 1, 1);
  };
  type(' At teh');
  erase(2);
  type('he gaet');
  // One in the midst goes after what follows it was typed.
  text.delete(text.toString().indexOf('a', 12), 1);
  text.insert(text.length - 1, '🕯');
  expect(text.toString()).toBe('We wait. At the ge🕯t');
  expect(wordsOf(edits)).toBe('At the get\n🕯');
  expect(wordsOf([Y.mergeUpdates(edits)])).toBe('At the get\n🕯');
  erase(text.length);
  expect(wordsOf(edits)).toBe('');
});

test('a letter that others had and that is taken out is none of these words', () => {
  const doc = new Y.Doc();
  const text = doc.getText('story');
  text.insert(0, 'We waited.');
  const edits: Uint8Array[] = [];
  doc.on('update', (edit: Uint8Array) => edits.push(edit));
  text.delete(7, 2);
  text.insert(7, ' here');
  expect(text.toString()).toBe('We wait here.');
  expect(wordsOf(edits)).toBe('here');
});

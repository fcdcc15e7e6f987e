import { afterEach, beforeEach, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { textOf } from '#shared/board/board-doc.ts';
import { blockerCard, boardWith, cardId, copyOf, syncAll } from '#shared/board/testing.ts';
import { makeUndo } from '#shared/board/undo.ts';
import { line, text as textField, type TextField } from '#shared/elements/fields.ts';
import { bindText, type TextBinding } from './text-binding.ts';

let mine: Y.Doc;
let theirs: Y.Doc;
let box: HTMLTextAreaElement;
let said: { words: string; held: string | null };
let binding: TextBinding;

beforeEach(() => {
  mine = boardWith([blockerCard(1, { values: { title: 'No lift' } })]);
  theirs = copyOf(mine);
  box = document.body.appendChild(document.createElement('textarea'));
  bind();
});
afterEach(() => box.remove());

function bind(field: TextField = line(40)): void {
  binding = bindText({
    box,
    text: titleIn(mine),
    field,
    refuses: (words) => (words.includes('999') ? 'field.nhs-number' : null),
    changed: (words, held) => (said = { words, held }),
  });
}

function titleIn(doc: Y.Doc): Y.Text {
  const text = textOf(doc, cardId(1), 'title');
  if (text === null) throw new Error('the card has no title');
  return text;
}

/** Puts words where the caret is, as a keyboard does. */
function type(words: string, at = box.value.length): void {
  box.focus();
  box.value = box.value.slice(0, at) + words + box.value.slice(at);
  box.setSelectionRange(at + words.length, at + words.length);
  box.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

/** Others write, and it arrives. */
function theyType(words: string, at: number): void {
  titleIn(theirs).insert(at, words);
  syncAll([theirs, mine]);
}

test('what is typed is in the document letter by letter, and arrives at the others', () => {
  type(' here');
  expect(titleIn(mine).toString()).toBe('No lift here');
  syncAll([mine, theirs]);
  expect(titleIn(theirs).toString()).toBe('No lift here');
  expect(said).toEqual({ words: 'No lift here', held: null });
});

test('what others type appears around the caret without moving it', () => {
  type('!', 2);
  theyType('We have: ', 0);
  expect(box.value).toBe('We have: No! lift');
  expect(box.selectionEnd).toBe('We have: No!'.length);
  theyType(' at all', titleIn(theirs).length);
  expect(box.selectionEnd).toBe('We have: No!'.length);
});

test('a line stays one line, and what cannot be kept is left out', () => {
  type('\nand no\u0007 key');
  expect(titleIn(mine).toString()).toBe('No lift and no key');
  expect(box.value).toBe('No lift and no key');
});

test('while a letter is being composed the box is left alone; afterwards both have what both wrote', () => {
  box.focus();
  box.dispatchEvent(new CompositionEvent('compositionstart'));
  type('ni');
  theyType('Still: ', 0);
  expect(box.value).toBe('No liftni');
  box.value = 'No lift你';
  box.setSelectionRange(8, 8);
  box.dispatchEvent(new CompositionEvent('compositionend'));
  expect(titleIn(mine).toString()).toBe('Still: No lift你');
  expect(box.value).toBe('Still: No lift你');
  expect(box.selectionEnd).toBe('Still: No lift你'.length);
});

test('words that may not leave the device stay in the box, say why, and are handed over when the box goes', () => {
  type(' 999');
  expect(said).toEqual({ words: 'No lift 999', held: 'field.nhs-number' });
  expect(titleIn(mine).toString()).toBe('No lift');
  theyType('Now: ', 0);
  expect(box.value).toBe('No lift 999');
  expect(binding.release()).toBe('No lift 999');
});

test('once they are taken out, the rest goes its way with what others wrote meanwhile', () => {
  type(' 999');
  theyType('Now: ', 0);
  box.value = 'No lift here';
  box.setSelectionRange(12, 12);
  box.dispatchEvent(new InputEvent('input'));
  expect(titleIn(mine).toString()).toBe('Now: No lift here');
  expect(box.value).toBe('Now: No lift here');
  expect(said.held).toBeNull();
  expect(binding.release()).toBeNull();
});

test('undo takes back my words and leaves theirs, and the caret goes to where it happened', () => {
  const undo = makeUndo(mine);
  type(' here');
  theyType('Now: ', 0);
  undo.undo();
  expect(box.value).toBe('Now: No lift');
  expect(box.selectionEnd).toBe('Now: No lift'.length);
});

test("the browser's own undo is stopped: it knows nothing of what others typed", () => {
  const event = new InputEvent('beforeinput', { inputType: 'historyUndo', cancelable: true });
  box.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(true);
});

test('once released, the box and the text go their own ways', () => {
  expect(binding.release()).toBeNull();
  theyType('Now: ', 0);
  type(' x');
  expect(box.value).toBe('No lift x');
  expect(titleIn(mine).toString()).toBe('Now: No lift');
});

test('a text may have several lines', () => {
  binding.release();
  bind(textField(100));
  type('\r\nand no key');
  expect(titleIn(mine).toString()).toBe('No lift\nand no key');
});

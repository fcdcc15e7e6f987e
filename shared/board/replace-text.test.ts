import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { replaceText, spliceBetween } from './replace-text.ts';
import { syncAll } from './testing.ts';

/** 👩 and U+1F869 end with the same half, 👩 and 🏥 begin with nearly the same. */
const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '👩', '\u{1f869}', '🏽', '\u200d', '🏥'), maxLength: 24 });

describe('the smallest edit', () => {
  test('typing, deleting and replacing touch only what changed', () => {
    expect(spliceBetween('we wait', 'we still wait')).toEqual({ at: 3, remove: 0, insert: 'still ' });
    expect(spliceBetween('we still wait', 'we wait')).toEqual({ at: 3, remove: 6, insert: '' });
    expect(spliceBetween('same', 'same')).toBeNull();
  });

  test('the caret tells which of two equal letters was typed or taken away', () => {
    expect(spliceBetween('aa', 'aaa', 1)).toEqual({ at: 0, remove: 0, insert: 'a' });
    expect(spliceBetween('aa', 'aaa', 2)).toEqual({ at: 1, remove: 0, insert: 'a' });
    expect(spliceBetween('aaa', 'aa', 1)).toEqual({ at: 1, remove: 1, insert: '' });
  });

  test('a caret that fits nothing is not believed', () => {
    for (const caret of [-5, 0, 3, 99]) expect(spliced('teh ward', 'the ward', caret)).toBe('the ward');
  });

  test('leads from any text to any other, with any caret, and never cuts a sign in two', () => {
    fc.assert(
      fc.property(letters, letters, fc.option(fc.nat(30), { nil: undefined }), (from, to, caret) => {
        expect(spliced(from, to, caret)).toBe(to);
        const splice = spliceBetween(from, to, caret);
        if (splice === null) return;
        for (const part of [splice.insert, from.slice(0, splice.at), from.slice(splice.at, splice.at + splice.remove)])
          expect(isWhole(part)).toBe(true);
      }),
    );
  });
});

describe('replacing while others type', () => {
  test('[B19] what others typed since the box was drawn stays', () => {
    const text = textReading('The door is shut.');
    text.insert(0, 'Today: ');
    replaceText(text, 'The door is shut and locked.', { shown: 'The door is shut.', caret: 27 });
    expect(text.toString()).toBe('Today: The door is shut and locked.');
  });

  test('[B19] a stretch that was taken away while others wrote inside it keeps their words', () => {
    const text = textReading('one two three');
    text.insert(7, '-and-a-half');
    replaceText(text, 'one', { shown: 'one two three' });
    expect(text.toString()).toBe('one-and-a-half');
  });

  test('[B19] never loses a word of anybody: concurrent in the document, or in a box drawn too early', () => {
    const words = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '👩'), maxLength: 12 });
    const place = fc.tuple(fc.nat(), fc.nat(), fc.constantFrom('', 'X', 'XYZ'));
    fc.assert(
      fc.property(words, place, words, (shown, [at, length, typed], other) => {
        const doc = new Y.Doc();
        const text = doc.getText('t');
        text.insert(0, shown);
        const theirs = `<${other}>`;
        const spot = snap(shown, at);
        text.insert(spot, theirs);
        const from = snap(shown, at + 1);
        const to = snap(shown, Math.min(shown.length, from + (length % 5)));
        replaceText(text, shown.slice(0, from) + typed + shown.slice(Math.max(from, to)), { shown });
        expect(text.toString()).toContain(theirs);
        expect(text.toString()).toContain(typed);
      }),
    );
  });

  test('[B13] two people who replace at once end with the same text, holding what both typed', () => {
    fc.assert(
      fc.property(letters, letters, letters, (start, mine, yours) => {
        const [a, b] = [new Y.Doc(), new Y.Doc()];
        a.getText('t').insert(0, start);
        syncAll([a, b]);
        replaceText(a.getText('t'), `${mine}[A]`);
        replaceText(b.getText('t'), `[B]${yours}`);
        syncAll([a, b]);
        expect(a.getText('t').toString()).toBe(b.getText('t').toString());
        for (const typed of ['[A]', '[B]']) expect(a.getText('t').toString()).toContain(typed);
      }),
    );
  });

  test('control signs do not get in', () => {
    const text = textReading('');
    replaceText(text, 'a\u0000b\r\nc');
    expect(text.toString()).toBe('ab\nc');
  });
});

function textReading(words: string): Y.Text {
  const text = new Y.Doc().getText('t');
  text.insert(0, words);
  return text;
}

function spliced(from: string, to: string, caret?: number): string {
  const splice = spliceBetween(from, to, caret);
  return splice === null ? from : from.slice(0, splice.at) + splice.insert + from.slice(splice.at + splice.remove);
}

/** A place in a text, never inside a sign. */
function snap(text: string, wish: number): number {
  const at = wish % (text.length + 1);
  return isWhole(text.slice(0, at)) ? at : at - 1;
}

function isWhole(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}

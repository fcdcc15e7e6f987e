import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addElement, archiveElement, moveElement, setField, setState, setText, textOf } from './board-doc.ts';
import { listElements, readElement } from './read-board.ts';
import { purposeText } from './read-purpose.ts';
import { makeUndo } from './undo.ts';
import { blockerCard, boardWith, cardId, copyOf, syncAll } from './testing.ts';

const one = cardId(1);
const editor = Symbol('the rich text editor');

describe('undo', () => {
  test('[B12] takes back my typing and leaves what others typed in the same line', () => {
    const mine = boardWith([blockerCard(1)]);
    const theirs = copyOf(mine);
    const undo = makeUndo(mine);
    setText(mine, one, 'title', 'Two systems');
    syncAll([mine, theirs]);
    setText(theirs, one, 'title', 'Two record systems');
    syncAll([mine, theirs]);
    undo.undo();
    expect(textOf(mine, one, 'title')?.toString()).toBe('record ');
    undo.redo();
    expect(textOf(mine, one, 'title')?.toString()).toBe('Two record systems');
  });

  test('[B12] knows nothing of other people and of the server', () => {
    const mine = boardWith([blockerCard(1)]);
    const theirs = copyOf(mine);
    const undo = makeUndo(mine);
    setState(theirs, one, 'freed');
    syncAll([mine, theirs]);
    expect(undo.canUndo()).toBe(false);
    expect(readElement(mine, one)).toMatchObject({ element: { state: 'freed' } });
  });

  test('[B12] takes back states, choices, moves and archiving, but never over a later choice of somebody else', () => {
    const mine = boardWith([blockerCard(1), blockerCard(2)]);
    const start = listElements(mine);
    const undo = makeUndo(mine);
    setState(mine, one, 'freed');
    moveElement(mine, one, cardId(2), null);
    archiveElement(mine, one, new Date(0));
    setField(mine, one, 'blockerKind', 'space');
    undo.undo();
    expect(listElements(mine)).toEqual(start);
    undo.clear();
    const theirs = copyOf(mine);
    setField(mine, one, 'blockerKind', 'space');
    syncAll([mine, theirs]);
    setField(theirs, one, 'blockerKind', 'culture');
    syncAll([mine, theirs]);
    undo.undo();
    expect(readElement(mine, one)).toMatchObject({ element: { values: { blockerKind: 'culture' } } });
  });

  test('[B12] never takes a card away: by then others may have written in it', () => {
    const mine = boardWith([]);
    const undo = makeUndo(mine);
    addElement(mine, blockerCard(1));
    expect(undo.canUndo()).toBe(false);
    expect(listElements(mine).elements).toHaveLength(1);
  });

  test('[B12] leaves a paragraph of mine that somebody else has written in', () => {
    const mine = boardWith([], 'First.');
    const theirs = copyOf(mine);
    const undo = makeUndo(mine, [editor]);
    const paragraph = new Y.XmlElement('paragraph');
    mine.transact(() => mine.getXmlFragment('purpose').push([paragraph]), editor);
    mine.transact(() => paragraph.insert(0, [new Y.XmlText('Mine. ')]), editor);
    syncAll([mine, theirs]);
    lastText(theirs).insert(6, 'Theirs.');
    syncAll([mine, theirs]);
    undo.undo();
    expect(purposeText(mine)).toBe('First.\nTheirs.');
    syncAll([mine, theirs]);
    expect(purposeText(theirs)).toBe('First.\nTheirs.');
  });

  test('takes back a paragraph that is only mine', () => {
    const mine = boardWith([], 'First.');
    const undo = makeUndo(mine, [editor]);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText('Mine.')]);
    mine.transact(() => mine.getXmlFragment('purpose').push([paragraph]), editor);
    undo.undo();
    expect(mine.getXmlFragment('purpose').length).toBe(1);
  });
});

function lastText(doc: Y.Doc): Y.XmlText {
  const fragment = doc.getXmlFragment('purpose');
  const paragraph = fragment.get(fragment.length - 1);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no words');
  return text;
}

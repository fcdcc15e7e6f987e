import { Editor, Extension, getSchema } from '@tiptap/core';
import { expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { Awareness } from 'y-protocols/awareness';
import { boardRoots } from '#shared/board/layout.ts';
import { purposeMax } from '#shared/board/limits.ts';
import { purposeText } from '#shared/board/read-purpose.ts';
import { richMarks, richNodes } from '#shared/board/rich-text.ts';
import { boardWith } from '#shared/board/testing.ts';
import { allowedContent, limitedWords } from './allowed.ts';
import { coEditing } from './co-editing.ts';

test('the editor knows the nodes and marks the gate knows, and no other', () => {
  const schema = getSchema([allowedContent()]);
  expect(Object.keys(schema.nodes).sort()).toEqual(['doc', 'text', ...Object.keys(richNodes)].sort());
  expect(Object.keys(schema.marks).sort()).toEqual(Object.keys(richMarks).sort());
});

function open(doc: Y.Doc): { editor: Editor; refused: string[] } {
  const refused: string[] = [];
  const element = document.body.appendChild(document.createElement('div'));
  const awareness = new Awareness(doc);
  const editor = new Editor({
    element,
    injectCSS: false,
    extensions: [
      allowedContent(),
      coEditing({ fragment: boardRoots(doc).purpose, awareness }),
      limitedWords((reason) => refused.push(reason)),
      Extension.create({ name: 'nothing' }),
    ],
  });
  onTestFinished(() => {
    editor.destroy();
    awareness.destroy();
    element.remove();
  });
  return { editor, refused };
}

test('opening the editor is no edit', async () => {
  const doc = boardWith([], 'People are known by name.\nAnd asked.');
  const before = Y.encodeStateVector(doc);
  const { editor } = open(doc);
  await new Promise((done) => setTimeout(done, 20));
  expect(editor.getText()).toContain('People are known by name.');
  expect(Y.encodeStateVector(doc)).toEqual(before);
});

test('what is typed is in the document; a valid NHS number and what is too long never get there', () => {
  const doc = boardWith([], 'People are known by name.');
  const { editor, refused } = open(doc);
  editor.commands.insertContentAt(editor.state.doc.content.size - 1, ' All of them.');
  expect(purposeText(doc)).toBe('People are known by name. All of them.');
  editor.commands.insertContentAt(1, '943 476 5919 ');
  editor.commands.insertContentAt(1, 'x'.repeat(purposeMax));
  expect(purposeText(doc)).toBe('People are known by name. All of them.');
  expect(refused).toEqual(['field.nhs-number', 'field.too-long']);
});

test('a link to a place that could run something is no link', () => {
  const doc = boardWith([], 'Read this.');
  const { editor } = open(doc);
  editor.commands.selectAll();
  editor.commands.setLink({ href: 'javascript:alert(1)' });
  expect(editor.getHTML()).not.toContain('href');
  editor.commands.setLink({ href: 'https://example.org' });
  expect(editor.getHTML()).toContain('href="https://example.org"');
});

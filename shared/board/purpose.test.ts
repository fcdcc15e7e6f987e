import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { judgeElements } from './judge.ts';
import { purposeMax, purposeNodes } from './limits.ts';
import { purposeBlocks, purposeText } from './read-purpose.ts';
import { wordsHash } from '../lib/words-hash.ts';
import { boardWith, knownFrom } from './testing.ts';

describe('reading', () => {
  test('[B5] blocks keep paragraphs, lists, quotes, line breaks, marks and links', () => {
    const doc = richBoard();
    expect(purposeBlocks(doc)).toEqual([
      {
        type: 'paragraph',
        runs: [
          { text: 'Known by ' },
          { text: 'name', bold: true, italic: true },
          { text: '\n' },
          { text: 'every day', link: 'https://example.org/' },
        ],
      },
      { type: 'list', ordered: true, items: [[paragraph('at the door')], [paragraph('in the ward')]] },
      { type: 'quote', blocks: [paragraph('They asked me.')] },
    ]);
    expect(purposeText(doc)).toBe('Known by name\nevery day\nat the door\nin the ward\nThey asked me.');
    expect(judge(doc).ok).toBe(true);
  });

  test('[B18] a node of a later version shows its words; a link that could run shows its words only', () => {
    const doc = boardWith([], 'First.');
    add(doc, element('callout', [new Y.XmlText('Later.')]));
    const text = new Y.XmlText();
    text.insert(0, 'press', { link: { href: 'javascript:alert(1)' } });
    add(doc, element('paragraph', [text]));
    expect(purposeBlocks(doc).slice(1)).toEqual([paragraph('Later.'), paragraph('press')]);
  });

  test('an empty document has an empty purpose', () => {
    expect(purposeText(new Y.Doc())).toBe('');
    expect(purposeBlocks(new Y.Doc())).toEqual([]);
  });
});

describe('the hash an endorsement keeps', () => {
  test('[B15] is the same for the same words, whatever the white space or the way an accent is written', () => {
    const hash = wordsHash('Known by name, café and all.');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(wordsHash('  Known by\nname,  cafe\u0301 and\tall. ')).toBe(hash);
    expect(wordsHash('Known by name, café and all!')).not.toBe(hash);
  });

  test('is SHA-256, the same in every browser and on the server', () => {
    expect(wordsHash('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

type Case = [what: string, spoil: (doc: Y.Doc) => void, reason: string];
const cases: Case[] = [
  ['a node that is not on the list', (doc) => add(doc, element('image', [])), 'refused.rich-text'],
  ['a node named like what every object has', (doc) => add(doc, element('constructor', [])), 'refused.rich-text'],
  ['words outside any paragraph', (doc) => doc.getXmlFragment('purpose').push([new Y.XmlText('loose')]), 'refused.rich-text'],
  ['a paragraph in a paragraph', (doc) => add(doc, element('paragraph', [element('paragraph', [])])), 'refused.rich-text'],
  ['a list item outside a list', (doc) => add(doc, element('listItem', [])), 'refused.rich-text'],
  ['an attribute that is not on the list', (doc) => add(doc, element('paragraph', [], { style: 'color: red' })), 'refused.rich-text'],
  ['a list that starts nowhere', (doc) => add(doc, element('orderedList', [], { start: '1' })), 'refused.rich-text'],
  ['a mark that is not on the list', (doc) => add(doc, words('x', { underline: {} })), 'refused.rich-text'],
  ['a link that could run', (doc) => add(doc, words('x', { link: { href: 'javascript:alert(1)' } })), 'refused.rich-text'],
  ['a link with a class of its own', (doc) => add(doc, words('x', { link: { href: 'https://example.org', class: 'button' } })), 'refused.rich-text'],
  ['something embedded', (doc) => add(doc, embedding()), 'refused.rich-text'],
  ['lists nested without end', (doc) => add(doc, nested(20)), 'refused.rich-text'],
  [
    'a flood of empty paragraphs',
    (doc) => doc.getXmlFragment('purpose').push(Array.from({ length: purposeNodes + 1 }, () => element('paragraph', []))),
    'refused.rich-text',
  ],
  ['more words than fit', (doc) => add(doc, words('x'.repeat(purposeMax), {})), 'field.too-long'],
  ['words that may not be kept, even when formatting cuts them in two', (doc) => add(doc, halfBold('943 476', ' 5919')), 'field.nhs-number'],
];

describe('what a purpose may not hold', () => {
  test.each(cases)('[B5] %s', (_what, spoil, reason) => {
    const doc = boardWith([]);
    spoil(doc);
    expect(judge(doc)).toMatchObject({ ok: false, element: null, field: 'purpose', reason });
    expect(() => purposeText(doc)).not.toThrow();
  });
});

function judge(doc: Y.Doc) {
  return judgeElements(
    doc,
    { elements: [], purpose: true },
    knownFrom(doc, (text) => (text.includes('943 476 5919') ? 'field.nhs-number' : null)),
  );
}

function richBoard(): Y.Doc {
  const doc = new Y.Doc();
  const first = new Y.XmlText();
  first.insert(0, 'Known by ');
  first.insert(9, 'name', { bold: {}, italic: {} });
  const second = new Y.XmlText();
  second.insert(0, 'every day', {
    link: { href: 'https://example.org/', target: null, rel: 'noopener noreferrer nofollow', class: null, title: null },
  });
  add(doc, element('paragraph', [first, element('hardBreak', []), second]));
  const item = (text: string) => element('listItem', [element('paragraph', [new Y.XmlText(text)])]);
  add(doc, element('orderedList', [item('at the door'), item('in the ward')], { start: 1 }));
  add(doc, element('blockquote', [element('paragraph', [new Y.XmlText('They asked me.')])]));
  return doc;
}

function add(doc: Y.Doc, node: Y.XmlElement): void {
  doc.getXmlFragment('purpose').push([node]);
}

function element(name: string, children: (Y.XmlElement | Y.XmlText)[], attributes: Record<string, unknown> = {}): Y.XmlElement {
  const node = new Y.XmlElement(name);
  const anyValue: { setAttribute(key: string, value: unknown): void } = node;
  for (const [key, value] of Object.entries(attributes)) anyValue.setAttribute(key, value);
  node.insert(0, children);
  return node;
}

function words(text: string, marks: Record<string, unknown>): Y.XmlElement {
  const node = new Y.XmlText();
  node.insert(0, text, marks);
  return element('paragraph', [node]);
}

function halfBold(first: string, second: string): Y.XmlElement {
  const node = new Y.XmlText();
  node.insert(0, first, { bold: {} });
  node.insert(first.length, second, { bold: null });
  return element('paragraph', [node]);
}

function embedding(): Y.XmlElement {
  const node = new Y.XmlText();
  node.insertEmbed(0, { image: 'x' });
  return element('paragraph', [node]);
}

function nested(depth: number): Y.XmlElement {
  return depth === 0 ? element('paragraph', []) : element('blockquote', [nested(depth - 1)]);
}

function paragraph(text: string) {
  return { type: 'paragraph', runs: [{ text }] };
}

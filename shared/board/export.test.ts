import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { kindList } from '../elements/registry.ts';
import { say } from '../words/say.ts';
import { addElement, archiveElement } from './board-doc.ts';
import { boardAsJson, boardAsMarkdown } from './export.ts';
import { boardExport, type BoardExport } from './export-format.ts';
import { inline, paragraphs, richText } from './markdown.ts';
import { listElements } from './read-board.ts';
import { purposeBlocks, type Block } from './read-purpose.ts';
import { sampleActs } from './testing-acts.ts';
import { besidesWords, nodesIn, readMarkdown, wordsIn } from '#tests/helpers/read-markdown.ts';
import { blockerCard, boardWith, cardId } from './testing.ts';

const label = (_group: string, code: string) => `the ${code}`;

describe('as Markdown', () => {
  test('[B16] the ten sections follow in their order, with what is in them', async () => {
    const markdown = boardAsMarkdown(sampleBoard(), say, label);
    const outline = (await readMarkdown(markdown)).children.filter((node) => node.type === 'heading');
    expect(outline.filter((node) => node.depth === 2).map((node) => wordsIn(node).split(':')[0])).toEqual([
      'Purpose',
      'Sparks',
      'People',
      'Sponsors',
      'Blockers',
      'Forces and tensions',
      'Tests of change',
      'Measures and stories',
      'Questions and decisions',
      'Learning',
      'Archived',
    ]);
    for (const line of [
      'Known by name.',
      '- Nobody knew his name',
      '- Amina (the leading, the delivering)',
      '- Dev, the manager, 2027-03-02: It is right (the purpose has changed since)',
      '- Dev, the time: An hour a week, until 2027-06-01. the given',
      '### Two systems',
      '*Blocker · Stuck*',
      '**What kind of blocker is it?** IT and data',
      '- Dev was asked by Ruth on 2027-03-03: A wider lift? No answer yet, day 4.',
      '- Ruth was asked by Ruth on 2027-03-03: A wider lift? Answered on 2027-03-04: the will By 2027-06-01.',
      'Before, on 2027-03-03, Dev: the tell-more How wide?',
      'Amina said what would make it possible: A narrower bed',
      '- Mei, the manager, 2027-03-02: I was in a hurry Withdrawn on 2027-03-04. We changed course',
      '- Dev: the covers. What may change: Walk at night. Where: Ward 4. Until 2027-06-01. What stays safe: Doors; Falls; Staff. Stop and call if: Anybody falls. Accepted by Ruth.',
      '**Put to everybody by Ruth on 2027-03-03**',
      '- the goes-ahead-with-concerns. Recorded by Ruth on 2027-03-06: We watch the nights',
      '- Amina the objection, 2027-03-04: Nights stay alone (counts no more)',
      '- Amina the concern, 2027-03-05: Nights are thin',
      '- Not heard from: Joe',
      '- In the way: Gone (archived on 2027-03-05)',
    ]) {
      expect(markdown).toContain(line);
    }
  });

  test('[B16] an empty board says so in every section', () => {
    const nothing = { elements: [], people: [], endorsements: [], pledges: [], rooms: [], asks: [], decisions: [], purpose: [] };
    const empty: BoardExport = { ...sampleBoard(), ...nothing };
    const markdown = boardAsMarkdown({ ...empty, initiative: { ...empty.initiative, beganWith: [] } }, say, label);
    expect(markdown.split(say('boardExport.nothing')).length - 1).toBe(9);
    expect(markdown).toContain(say('boardExport.no-purpose'));
  });

  test('[B16] whatever people wrote stays words: no HTML, no heading, list, quote, code or link of theirs', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const board = sampleBoard(text);
        const nodes = nodesIn(await readMarkdown(boardAsMarkdown(board, say, label)));
        expect(besidesWords(nodes)).toEqual([]);
        const plain = nodes.filter((node) => node.type === 'heading').map((node) => node.depth);
        const reference = nodesIn(await readMarkdown(boardAsMarkdown(sampleBoard('words'), say, label)));
        expect(plain).toEqual(reference.filter((node) => node.type === 'heading').map((node) => node.depth));
        expect(nodes.filter((node) => node.type === 'listItem')).toHaveLength(reference.filter((node) => node.type === 'listItem').length);
      }),
      { numRuns: 60 },
    );
  });

  test('[B16] a line of words reads back letter for letter', async () => {
    await fc.assert(
      fc.asyncProperty(nasty, async (text) => {
        const flat = text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
        expect(wordsIn(await readMarkdown(inline(text)))).toBe(flat);
        expect(wordsIn(await readMarkdown(paragraphs(text).join('\n'))).replaceAll(/\s+/g, '')).toBe(flat.replaceAll(/\s+/g, ''));
      }),
      { numRuns: 300, examples: [['_www.evil.example*']] },
    );
  });

  test('rich text keeps its paragraphs, lists, quotes, marks and links', () => {
    const blocks: Block[] = [
      { type: 'paragraph', runs: [{ text: 'Known ' }, { text: 'by name ', bold: true }, { text: 'every', italic: true }, { text: '\n# day' }] },
      { type: 'list', ordered: true, items: [[line('one'), { type: 'list', ordered: false, items: [[line('inner')]] }], [line('two')]] },
      { type: 'quote', blocks: [line('They asked'), line('me.')] },
      {
        type: 'paragraph',
        runs: [
          { text: 'see [this]', link: 'https://example.org/a>b' },
          { text: '1. not a list', strike: true },
        ],
      },
    ];
    expect(richText(blocks).join('\n')).toBe(
      [
        'Known **by name** *every*\\',
        '\\# day',
        '',
        '1. one',
        '',
        '   - inner',
        '2. two',
        '',
        '> They asked',
        '>',
        '> me.',
        '',
        '[see \\[this\\]](<https://example.org/a%3Eb>)~~1. not a list~~',
        '',
      ].join('\n'),
    );
  });
});

describe('as JSON', () => {
  test('[B16] reads back as the same board', () => {
    const board = sampleBoard();
    expect(boardExport.parse(JSON.parse(boardAsJson(board)))).toEqual(board);
  });

  test('data that is no board is a fault of the caller', () => {
    expect(() => boardAsJson({ ...sampleBoard(), takenAt: 'yesterday' })).toThrow(z.ZodError);
  });
});

/** Signs that mean something to Markdown, at the start of lines and inside them. */
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '#',
        '##',
        '-',
        '+',
        '*',
        '**',
        '_',
        '`',
        '```',
        '~~',
        '>',
        '<',
        '</p>',
        '<script>alert(1)</script>',
        '<!--',
        '&lt;',
        '&',
        '|',
        '[',
        ']',
        '](',
        '!',
        '(',
        ')',
      ),
      fc.constantFrom(
        '\n',
        '\n\n',
        '\r\n',
        '\\',
        '1.',
        '2)',
        '---',
        '===',
        '    ',
        '\t',
        ':',
        '[x]',
        '[^1]',
        '$',
        '$$',
        '{',
        '://',
        'javascript:',
        'https://evil.example/',
        'www.evil.example',
        'a@evil.example',
        'word',
        'ä',
        '👩',
        '\u2028',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => !/\{[{%]/.test(text) && text.replaceAll(/[\s\p{Cc}]/gu, '') !== '' && !/[\ud800-\udfff\ufeff]/u.test(text));

function line(text: string): Block {
  return { type: 'paragraph', runs: [{ text }] };
}

function sampleBoard(text?: string): BoardExport {
  const doc = boardWith([], text ?? 'Known by name.');
  addElement(doc, blockerCard(1, { values: { title: text?.slice(0, 100) ?? 'Two systems', blockerKind: 'it-and-data', how: text ?? '' } }));
  addElement(doc, blockerCard(2, { values: { title: 'Gone' } }));
  archiveElement(doc, cardId(2), new Date('2027-03-05T08:00:00Z'));
  for (const [nth, kind] of kindList.entries()) addElement(doc, { id: cardId(10 + nth), kind: kind.name, position: `b${nth.toString(36)}V` });
  return {
    format: 'kindling-board',
    version: 2,
    takenAt: '2027-03-07T12:00:00.000Z',
    initiative: {
      id: 'initiative-one',
      title: text ?? 'Known by name',
      forWhom: text ?? 'People with dementia',
      state: 'active',
      litAt: '2027-02-01T12:00:00.000Z',
      label: text ?? null,
      beganWith: [{ id: 'spark-number-one', title: text ?? 'Nobody knew his name' }],
    },
    purpose: purposeBlocks(doc),
    elements: listElements(doc).elements,
    people: [{ name: text ?? 'Amina', seat: 'co-owner', perspectives: ['leading', 'delivering'] }],
    ...sampleActs(text),
  };
}

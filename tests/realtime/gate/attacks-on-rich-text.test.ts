/** Attacks on the purpose: nodes, attributes, marks and links that our editor never writes. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { craft, frame, types, type CraftedContent } from './craft.ts';
import { AMINA, copyOf, doing, MALLORY, passes, refused, scene, unitAt, wordsOf } from './scene.ts';

const element = (name: string): CraftedContent => ({ type: types.xmlElement, name });
const link = (href: unknown, more: object = {}): CraftedContent => ({ format: 'link', value: { href, ...more } });

test.each(['script', 'iframe', 'image', 'img', 'codeBlock', 'table', 'Paragraph', 'mention', 'div'])('the node %s is refused', (name) => {
  refused(scene().world, frame(MALLORY, 0, { parent: 'purpose', content: element(name) }), 'write-refused');
});

test.each(['constructor', '__proto__'])('the node name %s is refused as a key', (name) => {
  refused(scene().world, frame(MALLORY, 0, { parent: 'purpose', content: element(name) }), 'key');
});

test.each(['paragraph', 'bulletList', 'orderedList', 'blockquote'])('the node %s may stand in the purpose', (name) => {
  expect(passes(scene().world, frame(AMINA, 0, { parent: 'purpose', content: element(name) })).roots).toEqual(new Set(['purpose']));
});

test('a node where its kind does not go is refused', () => {
  const { world, paragraph } = scene();
  refused(world, frame(MALLORY, 0, { parent: 'purpose', content: element('listItem') }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: paragraph, content: element('paragraph') }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: 'purpose', content: { type: types.xmlText } }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: paragraph, content: { type: types.map } }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: paragraph, content: { text: 'bare words' } }), 'write-refused');
});

test('an attribute no node of ours has is refused', () => {
  const { world, paragraph, words } = scene();
  for (const key of ['style', 'class', 'onclick', 'ychange', 'start']) {
    refused(world, frame(MALLORY, 0, { parent: paragraph, key, content: { any: ['x'] } }), 'write-refused');
  }
  refused(world, frame(MALLORY, 0, { parent: words, key: 'class', content: { any: ['x'] } }), 'write-refused');
  refused(world, frame(MALLORY, 0, { parent: 'purpose', key: 'class', content: { any: ['x'] } }), 'write-refused');
});

test('an ordered list may say where it starts, and nothing odd', () => {
  const list = { parent: 'purpose', content: element('orderedList') };
  const start = (value: unknown) => frame(MALLORY, 0, list, { parent: [MALLORY, 0] as const, key: 'start', content: { any: [value] } });
  passes(scene().world, start(4));
  for (const value of ['4', -1, 1.5, 1e9]) refused(scene().world, start(value), 'write-refused');
});

test.each(['bold', 'italic', 'strike'])('the mark %s may be set and ended', (mark) => {
  const { world } = scene();
  passes(
    world,
    doing(copyOf(world, AMINA), (doc) => wordsOf(doc).format(2, 5, { [mark]: {} })),
  );
  expect(wordsOf(world.doc).toString()).toContain(`<${mark}>`);
});

test.each(['script', 'style', 'textStyle', 'color', 'code', 'ychange', 'bold--aGVsbG8h', 'comment'])('the mark %s is refused', (mark) => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().words, content: { format: mark, value: {} } }), 'write-refused');
  refused(scene().world, frame(MALLORY, 0, { parent: scene().words, content: { format: mark, value: null } }), 'write-refused');
});

test('a mark that carries more than it should is refused', () => {
  for (const value of [{ style: 'position:fixed' }, 'yes', 3, ['x']]) {
    refused(
      scene().world,
      frame(MALLORY, 0, { parent: scene().words, content: { format: 'bold', value: typeof value === 'string' ? `"${value}"` : value } }),
      'write-refused',
    );
  }
});

test.each(['https://example.org/a?b=c#d', 'http://example.org', 'mailto:amina@example.org', 'tel:+441234567890', 'HTTPS://EXAMPLE.ORG'])(
  'a link to %s passes',
  (href) => {
    passes(scene().world, frame(AMINA, 0, { parent: scene().words, content: link(href) }));
  },
);

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\tscript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  '\u200bjavascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox',
  'file:///etc/passwd',
  'blob:https://example.org/x',
  '//evil.example',
  '/relative',
  'example.org',
  '',
  `https://example.org/${'x'.repeat(2_000)}`,
])('a link to %j is refused', (href) => {
  refused(scene().world, frame(MALLORY, 0, { parent: scene().words, content: link(href) }), 'write-refused');
});

test('a link with a class, a strange target, or without an address is refused', () => {
  for (const content of [
    link('https://example.org', { class: 'button' }),
    link('https://example.org', { target: '_top' }),
    link('https://example.org', { onclick: 'x' }),
  ]) {
    refused(scene().world, frame(MALLORY, 0, { parent: scene().words, content }), 'write-refused');
  }
  for (const href of [undefined, null, 7]) refused(scene().world, frame(MALLORY, 0, { parent: scene().words, content: link(href) }), 'write-refused');
});

test('more marks in one text than anybody reads are refused', () => {
  const { world, words } = scene();
  const marks = (client: number) =>
    frame(client, 0, ...Array.from({ length: 990 }, (_, at) => ({ parent: words, content: { format: 'bold', value: at % 2 === 0 ? {} : null } })));
  let refusal: string | null = null;
  for (let client = 100; client < 110 && refusal === null; client++) {
    const { verdict } = world.receive('mallory', marks(client));
    if (!verdict.ok) refusal = verdict.code;
  }
  expect(refusal).toMatch(/too-many-formats|too-much-work/);
});

test('removing a paragraph is seen and counted with all its words', () => {
  const { world } = scene();
  const gone = doing(copyOf(world, AMINA), (doc) => doc.getXmlFragment('purpose').delete(0, 1));
  expect(passes(world, gone)).toMatchObject({ deleted: 2 + 'why we do this'.length, roots: new Set(['purpose']), elements: new Set() });
});

test('naming only the paragraph in a delete counts the same', () => {
  const { world, paragraph } = scene();
  const gone = craft({ deletes: [{ client: paragraph[0], ranges: [[paragraph[1], 1]] }] });
  expect(passes(world, gone)).toMatchObject({ deleted: 2 + 'why we do this'.length });
});

test('words in two halves of one character are refused', () => {
  const { world } = scene();
  passes(
    world,
    doing(copyOf(world, AMINA), (doc) => wordsOf(doc).insert(0, '👍')),
  );
  const [client, clock] = unitAt(wordsOf(world.doc), 0);
  refused(world, frame(MALLORY, 0, { origin: [client, clock], right: [client, clock + 1], content: { text: 'x' } }), 'split-character');
  expect(wordsOf(world.doc).toString()).toContain('👍');
});

test('the rich text another replica made reads the same behind the gate', () => {
  const { world } = scene();
  const amina = copyOf(world, AMINA);
  passes(
    world,
    doing(amina, (doc) =>
      doc.transact(() => {
        const list = new Y.XmlElement('bulletList');
        const item = new Y.XmlElement('listItem');
        const paragraph = new Y.XmlElement('paragraph');
        doc.getXmlFragment('purpose').push([list]);
        list.push([item]);
        item.push([paragraph]);
        paragraph.push([new Y.XmlText('one'), new Y.XmlElement('hardBreak'), new Y.XmlText('two')]);
      }),
    ),
  );
  expect(world.doc.getXmlFragment('purpose').toString()).toBe(amina.getXmlFragment('purpose').toString());
});

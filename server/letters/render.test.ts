import { expect, test } from 'vitest';
import { type Block, blocksOf } from './blocks.ts';
import { htmlOf, textOf } from './render.ts';

const hostile = `</blockquote><script>alert("x")</script><img src=x onerror='y'>`;
const every: readonly Block[] = [
  { is: 'line', text: hostile },
  { is: 'heading', text: hostile },
  { is: 'words', text: `${hostile}\n${hostile}` },
  { is: 'list', items: [hostile] },
  { is: 'link', label: hostile, url: `https://kindling.example/"onclick="x` },
  { is: 'foot', text: hostile, links: [{ label: hostile, url: 'https://kindling.example/you' }] },
];

test('nothing anybody wrote becomes a tag or an attribute', () => {
  const html = htmlOf({ subject: hostile, language: 'en', blocks: every });
  expect(html).not.toMatch(/<script|<img|onclick="x/);
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(9);
});

test('the text quotes line by line, and keeps lists on one line each', () => {
  const text = textOf({
    subject: '',
    language: 'en',
    blocks: [
      { is: 'words', text: 'One.\nTwo.' },
      { is: 'list', items: ['a\nb', 'c'] },
      { is: 'link', label: 'Read', url: 'https://kindling.example/you' },
    ],
  });
  expect(text).toBe('> One.\n> Two.\n\n- a b\n- c\n\nRead:\nhttps://kindling.example/you\n');
});

test('a short letter of the catalogue keeps its link whole', () => {
  expect(blocksOf('Open it.\n\nhttps://kindling.example/x#y')).toEqual([
    { is: 'line', text: 'Open it.' },
    { is: 'link', label: '', url: 'https://kindling.example/x#y' },
  ]);
});

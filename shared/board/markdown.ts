/** Markdown made from words people wrote: whatever they wrote stays words. It can neither become HTML nor break the page around it. */
import type { Block, Run } from './read-purpose.ts';

/** Words on one line, fit for the middle or the start of a line. */
export function inline(text: string): string {
  const line = text.replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();
  return escapeSigns(line)
    .replace(/^([#+=:-])/, String.raw`\$1`)
    .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`);
}

export function heading(level: 1 | 2 | 3, text: string): string[] {
  return [`${'#'.repeat(level)} ${inline(text)}`, ''];
}

export function bullets(items: readonly string[]): string[] {
  return items.length === 0 ? [] : [...items.map((item) => `- ${item}`), ''];
}

/** Words over several lines: line breaks stay, an empty line begins a paragraph. */
export function paragraphs(text: string): string[] {
  return text.split(/(?:\r\n?|\n)\s*(?:\r\n?|\n)/).flatMap((part) => withBreaks(part.split(/\r\n?|\n/).map(inline)));
}

/** Rich text as lines of Markdown. */
export function richText(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'paragraph') return withBreaks(linesOf(block.runs));
    if (block.type === 'quote') return [...trimmed(richText(block.blocks)).map((line) => (line === '' ? '>' : `> ${line}`)), ''];
    return [...block.items.flatMap((item, nth) => listItem(item, block.ordered ? `${nth + 1}. ` : '- ')), ''];
  });
}

function listItem(item: readonly Block[], marker: string): string[] {
  const [first = '', ...rest] = trimmed(richText(item));
  return [`${marker}${first}`.trimEnd(), ...rest.map((line) => (line === '' ? '' : `${' '.repeat(marker.length)}${line}`))];
}

/** The runs of a paragraph, cut where a run holds a line break; each line made fit for the start of a line. */
function linesOf(runs: readonly Run[]): string[] {
  const lines: string[] = [''];
  for (const run of runs) {
    const [first = '', ...more] = run.text.split('\n');
    lines.push(`${lines.pop() ?? ''}${marked(run, first)}`, ...more.map((part) => marked(run, part)));
  }
  return lines.map((line) =>
    line
      .trim()
      .replace(/^([#+=:-])/, String.raw`\$1`)
      .replace(/^(\d{1,9})([.)])/, String.raw`$1\$2`),
  );
}

/** Marks stand close round their words, blanks outside, or they would not count as marks. */
function marked(run: Run, text: string): string {
  const flat = text.replaceAll(/[\s\p{Cc}]+/gu, ' ');
  const words = flat.trim();
  if (words === '') return flat;
  let out = escapeSigns(words);
  if (run.strike === true) out = `~~${out}~~`;
  if (run.italic === true) out = `*${out}*`;
  if (run.bold === true) out = `**${out}**`;
  if (run.link !== undefined) out = `[${out}](<${address(run.link)}>)`;
  return `${flat.startsWith(' ') ? ' ' : ''}${out}${flat.endsWith(' ') ? ' ' : ''}`;
}

/** Addresses too stay words: many readers of Markdown make a link of one that stands bare. */
function escapeSigns(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]|~$@]|:(?=\/\/)|(?<=www)\./gi, String.raw`\$&`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function address(link: string): string {
  return link
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('\\', '%5C')
    .replaceAll(/[\s\p{Cc}]/gu, '');
}

/** Lines of one paragraph with hard breaks between them, and an empty line behind; nothing when there are no words. */
function withBreaks(lines: readonly string[]): string[] {
  const full = lines.filter((line) => line !== '');
  return full.length === 0 ? [] : [...full.map((line, nth) => (nth < full.length - 1 ? `${line}\\` : line)), ''];
}

function trimmed(lines: readonly string[]): string[] {
  return lines.at(-1) === '' ? lines.slice(0, -1) : [...lines];
}

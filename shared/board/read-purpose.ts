/** Reads the purpose: as plain text, as blocks for a page or an export, and as the hash an endorsement keeps. */
import * as Y from 'yjs';
import { z } from 'zod';
import { isSafeLink } from '../lib/web-address.ts';
import { boardRoots } from './layout.ts';
import { richTextDepth } from './limits.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

const run = z.object({
  text: z.string(),
  bold: z.literal(true).optional(),
  italic: z.literal(true).optional(),
  strike: z.literal(true).optional(),
  link: z.string().optional(),
});
/** Words with one and the same formatting; a line break inside a paragraph is \n. */
export type Run = z.infer<typeof run>;
export type Block = { type: 'paragraph'; runs: Run[] } | { type: 'quote'; blocks: Block[] } | { type: 'list'; ordered: boolean; items: Block[][] };
export const block: z.ZodType<Block> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('paragraph'), runs: z.array(run) }),
    z.object({ type: z.literal('quote'), blocks: z.array(block) }),
    z.object({ type: z.literal('list'), ordered: z.boolean(), items: z.array(z.array(block)) }),
  ]),
);

/** The purpose as blocks. A node this version does not know shows its words. */
export function purposeBlocks(doc: Y.Doc): Block[] {
  return blocksIn(boardRoots(doc).purpose, 0);
}

/** The purpose as plain text, one line a paragraph. */
export function purposeText(doc: Y.Doc): string {
  return linesOf(purposeBlocks(doc)).join('\n').trim();
}

function linesOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((one) => {
    if (one.type === 'paragraph') return [one.runs.map((part) => part.text).join('')];
    return one.type === 'quote' ? linesOf(one.blocks) : one.items.flatMap(linesOf);
  });
}

function blocksIn(parent: Y.XmlFragment, depth: number): Block[] {
  if (depth > richTextDepth) return [];
  return parent
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlElement ? [blockOf(child, depth)] : child instanceof Y.XmlText ? [paragraph(runsOf(child))] : []));
}

function blockOf(node: Y.XmlElement, depth: number): Block {
  if (node.nodeName === 'blockquote') return { type: 'quote', blocks: blocksIn(node, depth + 1) };
  if (node.nodeName === 'bulletList' || node.nodeName === 'orderedList') {
    const items = node.toArray().flatMap((item) => (item instanceof Y.XmlElement ? [blocksIn(item, depth + 2)] : []));
    return { type: 'list', ordered: node.nodeName === 'orderedList', items };
  }
  return paragraph(inlineRuns(node, depth));
}

function inlineRuns(node: Y.XmlElement, depth: number): Run[] {
  if (node.nodeName === 'hardBreak') return [{ text: '\n' }];
  if (depth > richTextDepth) return [];
  return node
    .toArray()
    .flatMap((child) => (child instanceof Y.XmlText ? runsOf(child) : child instanceof Y.XmlElement ? inlineRuns(child, depth + 1) : []));
}

function paragraph(runs: Run[]): Block {
  return { type: 'paragraph', runs };
}

const linkMark = z.object({ href: z.string().refine(isSafeLink) });

function runsOf(text: Y.XmlText): Run[] {
  return stretchesOf(text).flatMap(({ insert, attributes }) => (typeof insert === 'string' ? [runOf(insert, attributes)] : []));
}

function runOf(text: string, attributes: Stretch['attributes']): Run {
  const link = linkMark.safeParse(attributes['link']);
  return {
    text,
    ...(attributes['bold'] ? { bold: true } : {}),
    ...(attributes['italic'] ? { italic: true } : {}),
    ...(attributes['strike'] ? { strike: true } : {}),
    ...(link.success ? { link: link.data.href } : {}),
  };
}

/** What rich text may hold. The gate, the judge and the editor all read this list, so that none of them knows a node the others do not. */
import { z } from 'zod';
import { isSafeLink } from '../lib/web-address.ts';

export interface RichNode {
  /** Nodes that may stand inside; `text` stands for words. */
  readonly children: readonly string[];
  readonly attributes: z.ZodType;
}

const nothing = z.strictObject({});
const blocks = ['paragraph', 'bulletList', 'orderedList', 'blockquote'] as const;

/** Nodes at the top of the purpose. */
export const topLevelNodes: readonly string[] = blocks;

export const richNodes: Readonly<Record<string, RichNode>> = {
  paragraph: { children: ['text', 'hardBreak'], attributes: nothing },
  bulletList: { children: ['listItem'], attributes: nothing },
  orderedList: {
    children: ['listItem'],
    attributes: z.strictObject({
      start: z.number().int().min(0).max(9999).optional(),
      type: z.enum(['1', 'a', 'A', 'i', 'I']).nullable().optional(),
    }),
  },
  listItem: { children: blocks, attributes: nothing },
  blockquote: { children: blocks, attributes: nothing },
  hardBreak: { children: [], attributes: nothing },
};

/** Editors write a mark without attributes as `{}` or `true`. */
const bare = z.union([nothing, z.literal(true)]);

/** Marks on words, each with the value it may carry. The editor must not give links a class of its own. */
export const richMarks: Readonly<Record<string, z.ZodType>> = {
  bold: bare,
  italic: bare,
  strike: bare,
  link: z.strictObject({
    href: z.string().max(2000).refine(isSafeLink),
    target: z.literal('_blank').nullable().optional(),
    rel: z.literal('noopener noreferrer nofollow').nullable().optional(),
    class: z.null().optional(),
    title: z.string().max(200).nullable().optional(),
  }),
};

/** The node of this name, whatever the text; null when rich text has none. */
export function richNode(name: string): RichNode | null {
  return Object.hasOwn(richNodes, name) ? (richNodes[name] ?? null) : null;
}

/** Whether a mark has this name, whatever the text. */
export function isKnownMark(name: string): boolean {
  return Object.hasOwn(richMarks, name);
}

/** Whether words may carry this mark with this value. */
export function isAllowedMark(name: string, value: unknown): boolean {
  return isKnownMark(name) && richMarks[name]?.safeParse(value).success === true;
}

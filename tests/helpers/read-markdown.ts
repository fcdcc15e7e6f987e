/** What a reader of Markdown makes of a paper, for tests: its nodes, and the words in them. */
import { parsers } from 'prettier/plugins/markdown';
import { z } from 'zod';

export interface MarkdownNode {
  type: string;
  value?: string | undefined;
  depth?: number | undefined;
  children: MarkdownNode[];
}
const node: z.ZodType<MarkdownNode> = z.lazy(() =>
  z.object({ type: z.string(), value: z.string().optional(), depth: z.number().optional(), children: z.array(node).default([]) }),
);

export async function readMarkdown(markdown: string): Promise<MarkdownNode> {
  return node.parse(await parsers.markdown.parse(markdown, JSON.parse('{}')));
}

/** A node and everything in it. */
export function nodesIn(one: MarkdownNode): MarkdownNode[] {
  return [one, ...one.children.flatMap(nodesIn)];
}

export function wordsIn(one: MarkdownNode): string {
  return nodesIn(one)
    .map((part) => part.value ?? '')
    .join('');
}

/** Nodes that are more than words: HTML, links, pictures, code, quotes, tables. Headings, lists and strong words are the page's own. */
export function besidesWords(nodes: readonly MarkdownNode[]): MarkdownNode[] {
  return nodes.filter(
    (one) => !['root', 'heading', 'paragraph', 'text', 'break', 'list', 'listItem', 'strong', 'emphasis', 'liquidNode'].includes(one.type),
  );
}

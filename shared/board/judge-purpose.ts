/** Judges the purpose: only the nodes, marks and links that rich text may hold, within its length. */
import * as Y from 'yjs';
import type { FieldProblem } from '../lib/problem.ts';
import { purposeMax, purposeNodes, richTextDepth } from './limits.ts';
import { isAllowedMark, isKnownMark, richNode, topLevelNodes } from './rich-text.ts';

interface PurposeFault {
  readonly reason: string;
  readonly values?: FieldProblem['values'];
}

/** What is wrong with the purpose; null when it may be kept. How many children a node has is not judged: two honest edits may merge into an empty list. */
export function judgePurpose(purpose: Y.XmlFragment, refuses: (text: string) => string | null): PurposeFault | null {
  const paragraphs: string[] = [];
  if (!isAllowedInside(purpose, topLevelNodes, paragraphs, 0)) return { reason: 'refused.rich-text' };
  if (paragraphs.join('').length > purposeMax) return { reason: 'field.too-long', values: { max: purposeMax } };
  const refused = refuses(paragraphs.join('\n'));
  return refused === null ? null : { reason: refused };
}

function isAllowedInside(parent: Y.XmlFragment, children: readonly string[], paragraphs: string[], depth: number): boolean {
  if (depth > richTextDepth) return false;
  return parent.toArray().every((child) => {
    if (child instanceof Y.XmlText) return children.includes('text') && isAllowedText(child, paragraphs);
    return child instanceof Y.XmlElement && children.includes(child.nodeName) && isAllowedNode(child, paragraphs, depth);
  });
}

function isAllowedNode(node: Y.XmlElement, paragraphs: string[], depth: number): boolean {
  const rules = richNode(node.nodeName);
  if (rules === null || !rules.attributes.safeParse(node.getAttributes()).success) return false;
  if (paragraphs.push('') > purposeNodes) return false;
  return isAllowedInside(node, rules.children, paragraphs, depth + 1);
}

function isAllowedText(text: Y.XmlText, paragraphs: string[]): boolean {
  if (Object.keys(text.getAttributes()).length > 0) return false;
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentString) paragraphs.push(`${paragraphs.pop() ?? ''}${item.content.str}`);
    else if (!(item.content instanceof Y.ContentFormat) || !isAllowedFormat(item.content)) return false;
  }
  return true;
}

/** The end of a mark is written as null. */
function isAllowedFormat({ key, value }: Y.ContentFormat): boolean {
  return value === null ? isKnownMark(key) : isAllowedMark(key, value);
}

/**
 * What may be written into the purpose, by the list in shared/board/rich-text.ts. This is how y-tiptap 3 writes it: a node is
 * an xmlElement with its attributes as map values; words are an xmlText whose marks are formats named after the mark, with
 * its attributes as value and null where it ends. Marks that may overlap themselves get a hash behind their name; none of
 * ours may, so such names are refused.
 */
import { isAllowedMark, isKnownMark, richNode, topLevelNodes } from '#shared/board/rich-text.ts';
import type { Content } from './parse-update.ts';
import type { PlainValue } from './plain-value.ts';
import type { Place } from './place.ts';

/** Whether the rich text may get this content at this place. */
export function isRichText(place: Place, key: string | null, content: Content): boolean {
  if (place.kind === 'xmlText') return key === null && isRunOfWords(content);
  if (place.kind !== 'xmlElement' && place.depth > 0) return false;
  if (key !== null) return place.depth > 0 && isAttribute(place.name, key, content);
  const inside = place.depth === 0 ? topLevelNodes : (richNode(place.name)?.children ?? []);
  return content.kind === 'deleted' || (content.kind === 'type' && inside.includes(nodeName(content)));
}

function isRunOfWords(content: Content): boolean {
  if (content.kind === 'string' || content.kind === 'deleted') return true;
  if (content.kind !== 'format') return false;
  return content.value === null ? isKnownMark(content.key) : isAllowedMark(content.key, content.value);
}

/** Old values arrive as `deleted`: then only the name counts. */
function isAttribute(node: string, key: string, content: Content): boolean {
  const values: readonly PlainValue[] = content.kind === 'any' ? content.values : [undefined];
  if (content.kind !== 'any' && content.kind !== 'deleted') return false;
  return values.every((value) => richNode(node)?.attributes.safeParse({ [key]: value }).success === true);
}

function nodeName({ type, name }: Content & { kind: 'type' }): string {
  return type === 'xmlText' ? 'text' : type === 'xmlElement' ? name : '';
}

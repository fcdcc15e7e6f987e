/**
 * The rich text a purpose may hold: the nodes, attributes and marks our editor writes through y-tiptap 3, and nothing else.
 * Nodes are xmlElements named after the ProseMirror node, with its attributes as map values; text is an xmlText whose marks
 * are formats named after the mark, carrying its attributes, and null where it ends. Marks that may overlap themselves get a
 * hash behind their name; ours may not, so such names are refused.
 */
import { isSafeAddress } from './link.ts';
import type { Content } from './parse-update.ts';
import type { PlainValue } from './plain-value.ts';
import type { Place } from './place.ts';

const blocks = ['paragraph', 'heading', 'bulletList', 'orderedList', 'blockquote'];

/** What may lie inside each node; `` (no name) is the fragment itself. */
const children = new Map<string, ReadonlySet<string>>([
  ['', new Set(blocks)],
  ['paragraph', new Set(['#text', 'hardBreak'])],
  ['heading', new Set(['#text', 'hardBreak'])],
  ['bulletList', new Set(['listItem'])],
  ['orderedList', new Set(['listItem'])],
  ['listItem', new Set(blocks)],
  ['blockquote', new Set(blocks)],
  ['hardBreak', new Set()],
]);

type Check = (value: PlainValue) => boolean;

const attributes = new Map<string, Check>([
  ['heading.level', (value) => isWhole(value, 1, 3)],
  ['orderedList.start', (value) => isWhole(value, 0, 9_999)],
  ['orderedList.type', (value) => value === null || (typeof value === 'string' && /^[1aAiI]$/.test(value))],
]);

const linkAttributes = new Map<string, Check>([
  ['href', (value) => typeof value === 'string' && isSafeAddress(value)],
  ['target', (value) => value === null || value === '_blank'],
  ['rel', (value) => value === null || (typeof value === 'string' && /^[a-z ]{0,60}$/.test(value))],
  ['class', (value) => value === null],
  ['title', (value) => value === null || (typeof value === 'string' && value.length <= 200)],
]);

const marks = new Map<string, Check>([
  ['bold', isEmptyObject],
  ['italic', isEmptyObject],
  ['underline', isEmptyObject],
  ['strike', isEmptyObject],
  ['link', isLink],
]);

/** Whether the rich text may get this content at this place. */
export function isRichText(place: Place, key: string | null, content: Content): boolean {
  if (place.kind === 'xmlText') return key === null && isRunOfText(content);
  if (place.kind !== 'xmlElement' && place.depth > 0) return false;
  if (key !== null) return place.kind === 'xmlElement' && isAttribute(place.name, key, content);
  if (content.kind === 'deleted') return true;
  if (content.kind !== 'type') return false;
  const name = content.type === 'xmlText' ? '#text' : content.type === 'xmlElement' ? content.name : '#other';
  return children.get(place.name)?.has(name) ?? false;
}

function isRunOfText(content: Content): boolean {
  if (content.kind === 'string' || content.kind === 'deleted') return true;
  return content.kind === 'format' && (marks.get(content.key)?.(content.value) ?? false);
}

function isAttribute(node: string, key: string, content: Content): boolean {
  if (content.kind === 'deleted') return attributes.has(`${node}.${key}`);
  if (content.kind !== 'any') return false;
  return content.values.every((value) => attributes.get(`${node}.${key}`)?.(value) ?? false);
}

function isEmptyObject(value: PlainValue): boolean {
  return value === null || (isObject(value) && Object.keys(value).length === 0);
}

/** A link without an address is no link; null ends one. */
function isLink(value: PlainValue): boolean {
  if (value === null) return true;
  if (!isObject(value) || value['href'] === undefined) return false;
  return Object.entries(value).every(([name, part]) => linkAttributes.get(name)?.(part) ?? false);
}

function isObject(value: PlainValue): value is { [key: string]: PlainValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: PlainValue, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

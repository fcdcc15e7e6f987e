/**
 * The shape of a board document, as far as structure goes: `elements` maps ids to maps of fields, a field is a plain value or
 * a text; `purpose` is rich text. What kinds, fields and values mean is judged after the update is applied.
 */
import { elementsRoot, purposeRoot, rootNames } from '#shared/board/layout.ts';
import { LIVE_LIMITS, type GateLimits } from './limits.ts';
import type { Content } from './parse-update.ts';
import { isRichText } from './rich-text.ts';
import type { GateRules, Touch } from './rules.ts';

export const BOARD_ROOTS: ReadonlySet<string> = new Set(rootNames);

const ELEMENT_ID = /^[A-Za-z0-9_-]{10,40}$/;
const FIELD_KEY = /^[a-z][a-zA-Z0-9]{0,39}$/;
/** A plain field is a choice, a number, a date or a short line; longer writing is a text. */
const MAX_FIELD_LENGTH = 10_000;

/** Who sends, as far as the gate needs to know. */
export interface Sender {
  owns(clientId: number): boolean;
  mayBind(clientId: number): boolean;
}

/** Rules for someone who may edit the board. */
export function editorRules(sender: Sender, limits: GateLimits = LIVE_LIMITS): GateRules {
  return {
    owns: (clientId) => sender.owns(clientId),
    mayBind: (clientId) => sender.mayBind(clientId),
    roots: BOARD_ROOTS,
    mayWrite: true,
    write: mayWrite,
    remove: mayRemove,
    limits,
  };
}

/** Rules for someone who may only read, or only comment: whatever would change the document is refused. */
export function readerRules(limits: GateLimits = LIVE_LIMITS): GateRules {
  const never = (): boolean => false;
  return { owns: never, mayBind: never, roots: BOARD_ROOTS, mayWrite: false, write: never, remove: never, limits };
}

function mayWrite(touch: Touch): boolean {
  const { place, key, content } = touch;
  if (content === null) return false;
  if (place.root === purposeRoot) return isRichText(place, key, content);
  return place.root === elementsRoot && (place.depth < 2 ? mayWriteSlot(touch, content) : isWords(touch, content));
}

function mayWriteSlot({ place, key, replaces }: Touch, content: Content): boolean {
  if (key === null) return false;
  if (place.depth === 0) return ELEMENT_ID.test(key) && !replaces && isElement(content);
  return FIELD_KEY.test(key) && isField(content);
}

function isWords({ place, key }: Touch, content: Content): boolean {
  return place.kind === 'text' && key === null && (content.kind === 'string' || content.kind === 'deleted');
}

/** Elements are archived, never removed; all inside them may go. */
function mayRemove({ place }: Touch): boolean {
  return place.root === purposeRoot || place.depth > 0;
}

/** `deleted` is an element made and undone before it was ever sent: nothing is there. */
function isElement(content: Content): boolean {
  return content.kind === 'deleted' || (content.kind === 'type' && content.type === 'map');
}

function isField(content: Content): boolean {
  if (content.kind === 'deleted') return true;
  if (content.kind === 'type') return content.type === 'text';
  return content.kind === 'any' && content.values.every(isFieldValue);
}

function isFieldValue(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_FIELD_LENGTH;
  return value === null || typeof value === 'number' || typeof value === 'boolean';
}

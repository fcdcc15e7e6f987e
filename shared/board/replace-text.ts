/** Turns "the box now says this" into the smallest edit of a co-edited text, so that what others type meanwhile stays. */
import type * as Y from 'yjs';
import { withoutControls } from '../elements/fields.ts';
import { localOrigin, type Origin } from './origins.ts';

export interface ReplaceOptions {
  /** What the box showed before this input. When others have typed since, the edit is moved to where it belongs now. */
  readonly shown?: string;
  /** Where the caret stands in the new text; tells which of two equal letters was typed. */
  readonly caret?: number;
  readonly origin?: Origin;
}

/** Makes a text read `newText`, but for what others have written into it since `shown`. */
export function replaceText(text: Y.Text, newText: string, options: ReplaceOptions = {}): void {
  const now = text.toString();
  const shown = options.shown ?? now;
  const own = spliceBetween(shown, withoutControls(newText), options.caret);
  if (own === null) return;
  const { removals, at } = rebase(own, now === shown ? null : spliceBetween(shown, now));
  const edit = (): void => {
    for (const { from, length } of removals) text.delete(from, length);
    if (own.insert !== '') text.insert(at, own.insert);
  };
  if (text.doc === null) edit();
  else text.doc.transact(edit, options.origin ?? localOrigin);
}

/** One stretch of a text replaced by another, in UTF-16 code units. */
export interface Splice {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** The one replacement that turns `from` into `to`; null when they are equal. Never splits a surrogate pair. */
export function spliceBetween(from: string, to: string, caret?: number): Splice | null {
  if (from === to) return null;
  const most = Math.min(from.length, to.length);
  const afterCaret = caret === undefined ? 0 : Math.max(0, to.length - caret);
  const told = caret !== undefined && afterCaret <= most && from.endsWith(to.slice(to.length - afterCaret));
  const head = commonHead(from, to, told ? most - afterCaret : most);
  const tail = commonTail(from, to, most - head);
  return { at: head, remove: from.length - head - tail, insert: to.slice(head, to.length - tail) };
}

/** Where a splice made on a text goes when somebody else has spliced that text too: nothing the other wrote is removed. Last removal first. */
function rebase(own: Splice, other: Splice | null): { removals: { from: number; length: number }[]; at: number } {
  if (other === null) return { removals: [{ from: own.at, length: own.remove }], at: own.at };
  const ownEnd = own.at + own.remove;
  const otherEnd = other.at + other.remove;
  const shift = other.insert.length - other.remove;
  const behind = Math.max(own.at, otherEnd);
  const removals = [
    { from: behind + shift, length: Math.max(0, ownEnd - behind) },
    { from: own.at, length: Math.max(0, Math.min(ownEnd, other.at) - own.at) },
  ].filter((removal) => removal.length > 0);
  return { removals, at: own.at <= other.at ? own.at : behind + shift };
}

function commonHead(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length;
}

function commonTail(a: string, b: string, most: number): number {
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length > 0 && isLowSurrogate(a.charCodeAt(a.length - length)) ? length - 1 : length;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

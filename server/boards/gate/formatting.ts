/** Yjs tidies formatting marks after every change to a text that has any. What that costs is counted here. */
import * as Y from 'yjs';
import type { Inspection } from './inspection.ts';
import type { List } from './lists.ts';
import type { SharedType } from './place.ts';
import { refuse } from './verdict.ts';
import type { Work } from './work.ts';

/** Steps along a list that cost about one unit of work. */
const STEPS_PER_WORK = 32;

/** @throws Refusal too-many-formats, too-much-work */
export function checkFormatting(look: Inspection): void {
  for (const list of look.lists.all()) {
    if (list.formats > 0 || (list.removed > 0 && hasFormats(list.type))) checkList(look, list);
  }
}

/** Each removed item makes Yjs walk the gap it lies in, which is at most the list. */
export function payForFormatCleanup(work: Work, type: SharedType | null, removed: number, length: number): void {
  if (hasFormats(type)) work.spend((removed * length) / STEPS_PER_WORK);
}

function checkList(look: Inspection, list: List): void {
  let formats = list.formats;
  let length = list.added;
  for (let item = list.type?._start ?? null; item !== null; item = item.right) {
    length += 1;
    if (!item.deleted && item.content instanceof Y.ContentFormat) formats += 1;
  }
  if (formats > look.rules.limits.formatsPerText) refuse('too-many-formats', formats);
  look.work.spend((length + list.removed * length) / STEPS_PER_WORK);
}

function hasFormats(type: SharedType | null): boolean {
  return type instanceof Y.Text && type._hasFormatting;
}

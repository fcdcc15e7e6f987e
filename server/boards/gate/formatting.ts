/** How many formatting marks one text may hold: every walk along the text passes all of them, here and on every device. */
import * as Y from 'yjs';
import type { Inspection } from './inspection.ts';
import type { List } from './lists.ts';
import { refuse } from './verdict.ts';

/** Steps along a list that cost about one unit of work. */
const STEPS_PER_WORK = 32;

/** @throws Refusal too-many-formats, too-much-work */
export function checkFormatting(look: Inspection): void {
  for (const list of look.lists.all()) if (list.formats > 0) checkList(look, list);
}

function checkList(look: Inspection, { type, formats: added }: List): void {
  let marks = added;
  let length = 0;
  for (let item = type?._start ?? null; item !== null; item = item.right) {
    length += 1;
    if (!item.deleted && item.content instanceof Y.ContentFormat) marks += 1;
  }
  look.work.spend(length / STEPS_PER_WORK);
  if (marks > look.rules.limits.formatsPerText) refuse('too-many-formats', marks);
}

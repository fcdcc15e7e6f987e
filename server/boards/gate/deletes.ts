/** What an update deletes: nothing that is not written yet, only what the rules let go, counted with everything inside. */
import * as Y from 'yjs';
import type { Inspection, SectionWalk } from './inspection.ts';
import type { List } from './lists.ts';
import { indexAt, type DeleteRange } from './parse-update.ts';
import type { SharedType } from './place.ts';
import { listOfItem } from './resolve.ts';
import { refuse } from './verdict.ts';

/** Living units of the document that will be gone. @throws Refusal */
export function checkDeletes(look: Inspection): number {
  let units = 0;
  for (const item of look.replaced) if (unlisted(look, item) > 0) units += livingUnits(look, item);
  for (const ranges of look.update.deletes.values()) for (const range of ranges) units += removeRange(look, range);
  if (units > look.rules.limits.deletedUnits) refuse('mass-delete', units);
  return units;
}

function removeRange(look: Inspection, range: DeleteRange): number {
  const walk = look.walks.get(range.client);
  const known = walk?.known ?? look.storeClock(range.client);
  const end = range.clock + range.length;
  if (end > Math.max(known, walk?.section.end ?? 0)) refuse('future-delete', `${range.client}:${end}`);
  if (walk !== undefined && end > known) removeNew(look, walk, Math.max(range.clock, known), end);
  return range.clock < known ? removeKnown(look, range, Math.min(end, known)) : 0;
}

function removeKnown(look: Inspection, range: DeleteRange, end: number): number {
  const structs = look.doc.store.clients.get(range.client) ?? [];
  let units = 0;
  for (let index = Y.findIndexSS(structs, range.clock); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.id.clock >= end) break;
    if (!(struct instanceof Y.Item) || struct.deleted) continue;
    askToRemove(look, listOfItem(look, struct), range.client);
    const from = Math.max(range.clock, struct.id.clock);
    const to = Math.min(end, struct.id.clock + struct.length);
    look.cutBefore(struct, from);
    look.cutBefore(struct, to);
    if (struct.content instanceof Y.ContentType) units += livingUnits(look, struct);
    else if (struct.countable) units += to - from;
  }
  return units;
}

/** What this update brings and deletes at once was written by the same sender: only the rules have a say. */
function removeNew(look: Inspection, walk: SectionWalk, from: number, to: number): void {
  const { structs, client } = walk.section;
  for (let index = indexAt(structs, from); index < structs.length; index++) {
    const struct = structs[index];
    if (struct === undefined || struct.clock >= to) break;
    look.cutBefore(struct, from);
    look.cutBefore(struct, to);
    const list = look.spots.get(struct);
    if (list !== undefined && list !== null && struct.content.kind !== 'deleted') askToRemove(look, list, client);
  }
}

function askToRemove(look: Inspection, list: List, client: number): void {
  if (!look.rules.mayWrite) refuse('read-only');
  const { place, key, entry } = list;
  if (!look.rules.remove({ place, key, entry, client, content: null, replaces: false })) refuse('remove-refused', `depth ${place.depth}`);
  look.touch(list);
}

/** Delete sets name what lies inside a removed type as well; what is named is counted where it is named. The units that are not. */
function unlisted(look: Inspection, { id, length }: Y.Item): number {
  return length - look.deletedWithin(id.client, id.clock, id.clock + length);
}

/** The living units an item holds; those of a type are itself and all that lives inside it and is not counted elsewhere. */
function livingUnits(look: Inspection, item: Y.Item): number {
  let units = 1;
  const open: SharedType[] = item.content instanceof Y.ContentType ? [item.content.type] : [];
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    let children = 0;
    const count = (child: Y.Item): void => {
      children += 1;
      const left = child.deleted || look.replaced.has(child) ? 0 : unlisted(look, child);
      if (left > 0 && child.content instanceof Y.ContentType) open.push(child.content.type);
      if (child.countable) units += left;
    };
    for (let child = type._start; child !== null; child = child.right) count(child);
    type._map.forEach(count);
    look.work.spend(children);
  }
  return units;
}

/** Which list a struct of the update goes into, and in which order structs can be placed at all. */
import * as Y from 'yjs';
import type { Inspection, SectionWalk } from './inspection.ts';
import type { List } from './lists.ts';
import type { Id, ParsedStruct } from './parse-update.ts';
import { parentOf, placeInside, placeOf, type SharedType } from './place.ts';
import { refuse } from './verdict.ts';

/**
 * Calls `place` for every struct after all it stands on, as Yjs does: a struct that waits for another client id lets that
 * one's structs go first, one at a time. @throws Refusal cycle, missing-reference
 */
export function inOrder(look: Inspection, place: (struct: ParsedStruct, walk: SectionWalk) => void): void {
  for (const first of look.walks.values()) {
    const stack: SectionWalk[] = [first];
    first.waiting = true;
    for (let walk = stack.at(-1); walk !== undefined; walk = stack.at(-1)) {
      const struct = walk.section.structs[walk.next];
      const needed = struct === undefined ? null : waitsFor(look, struct, walk);
      if (needed !== null) {
        if (needed.waiting) refuse('cycle');
        needed.waiting = true;
        stack.push(needed);
        continue;
      }
      if (struct !== undefined) {
        place(struct, walk);
        walk.next += 1;
        walk.reached = Math.max(walk.reached, struct.clock + struct.length);
        if (stack.length === 1) continue;
      }
      walk.waiting = false;
      stack.pop();
    }
  }
}

/** The list a struct goes into; null when a neighbour or the parent is a remnant, so that Yjs keeps nothing but the clock. */
export function listFor(look: Inspection, struct: ParsedStruct): List | null {
  if (struct.content.kind === 'gc') return null;
  const { origin, right, parent, key } = struct;
  return parent === null ? listBetween(look, origin, right) : listIn(look, parent, key);
}

/** The list an item of the store is in. */
export function listOfItem(look: Inspection, item: Y.Item): List {
  const type = parentOf(item);
  return look.lists.of(type, type, placeOf(look.doc, type), item.parentSub);
}

/** The walk that has to go on first; null when everything the struct names is there. */
function waitsFor(look: Inspection, struct: ParsedStruct, walk: SectionWalk): SectionWalk | null {
  const isKnown = struct.clock + struct.length <= walk.known;
  return need(look, struct.origin, walk, isKnown) ?? need(look, struct.right, walk, isKnown) ?? needParent(look, struct, walk, isKnown);
}

function needParent(look: Inspection, { parent }: ParsedStruct, walk: SectionWalk, isKnown: boolean): SectionWalk | null {
  if (typeof parent !== 'string') return need(look, parent, walk, isKnown);
  return look.rules.roots.has(parent) ? null : refuse('unknown-root', parent.length);
}

function need(look: Inspection, id: Id | null, from: SectionWalk, isKnown: boolean): SectionWalk | null {
  if (id === null) return null;
  const walk = look.walks.get(id.client);
  // What is known was integrated once, so all it stands on is in the store: Yjs looks that up even for known structs.
  if (id.clock < (isKnown || walk === undefined ? look.storeClock(id.client) : walk.reached)) return null;
  if (isKnown || walk === undefined || walk === from || id.clock >= walk.section.end) refuse('missing-reference', `${id.client}:${id.clock}`);
  return walk;
}

function listBetween(look: Inspection, origin: Id | null, right: Id | null): List | null {
  const left = origin === null ? undefined : listOfNeighbour(look, origin, origin.clock + 1);
  const other = right === null ? left : listOfNeighbour(look, right, right.clock);
  if (left === null || other === null) return null;
  if (left !== undefined && left !== other) refuse('cross-list');
  return other ?? refuse('not-understood', 'no neighbour');
}

function listOfNeighbour(look: Inspection, id: Id, cutBefore: number): List | null {
  const holder = look.locate(id.client, id.clock);
  look.cutBefore(holder, cutBefore);
  if (holder instanceof Y.GC) return null;
  if (holder instanceof Y.Item) return listOfItem(look, holder);
  return look.spots.get(holder) ?? null;
}

function listIn(look: Inspection, parent: string | Id, key: string | null): List | null {
  if (typeof parent === 'string') {
    const root: SharedType = look.doc.share.get(parent) ?? refuse('unknown-root', parent.length);
    return look.lists.of(root, root, placeOf(look.doc, root), key);
  }
  const holder = look.locate(parent.client, parent.clock);
  if (holder instanceof Y.GC) return null;
  if (holder instanceof Y.Item) return listInItem(look, holder, key);
  const { content } = holder;
  const around = look.spots.get(holder) ?? null;
  if (around === null || content.kind === 'deleted') return null;
  if (content.kind !== 'type') return refuse('parent-not-a-type', content.kind);
  return look.lists.of(holder, null, placeInside(around.place, around.key, content.type, content.name), key);
}

function listInItem(look: Inspection, { content }: Y.Item, key: string | null): List | null {
  if (content instanceof Y.ContentDeleted) return null;
  if (!(content instanceof Y.ContentType)) return refuse('parent-not-a-type');
  const type: SharedType = content.type;
  return look.lists.of(type, type, placeOf(look.doc, type), key);
}

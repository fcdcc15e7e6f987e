/** Puts every new struct of an update into the trial copy, asking the rules for each. */
import * as Y from 'yjs';
import { settle } from './conflict.ts';
import type { Inspection, SectionWalk } from './inspection.ts';
import type { List } from './lists.ts';
import type { Id, ParsedStruct } from './parse-update.ts';
import type { Piece } from './pieces.ts';
import { inOrder, listFor, listOfItem } from './resolve.ts';
import { refuse } from './verdict.ts';

/** @throws Refusal when a struct can't be placed or may not be */
export function placeStructs(look: Inspection): void {
  inOrder(look, (struct, walk) => {
    if (struct.clock + struct.length <= walk.known) checkKnown(look, struct);
    else placeStruct(look, struct, walk);
  });
}

/** Yjs cuts the store's items at the neighbours of structs it already knows, too. */
function checkKnown(look: Inspection, { origin, right }: ParsedStruct): void {
  if (origin !== null) look.cutBefore(look.stored(origin.client, origin.clock), origin.clock + 1);
  if (right !== null) look.cutBefore(look.stored(right.client, right.clock), right.clock);
}

function placeStruct(look: Inspection, struct: ParsedStruct, walk: SectionWalk): void {
  const list = listFor(look, struct);
  const from = Math.max(struct.clock, walk.known);
  if (from > struct.clock) checkContinuation(look, struct, list, from);
  look.spots.set(struct, list);
  look.fresh += 1;
  if (list === null) return;
  if (list.place.depth >= look.rules.limits.typeDepth) refuse('too-deep');
  if (list.key !== null) checkSlot(look, struct, list);
  const old = list.key === null ? null : (look.lists.endOf(list)?.source ?? null);
  askToWrite(look, struct, list, old !== null && isLiving(old));
  const piece = linkIn(look, struct, list, from);
  if (old instanceof Y.Item && !old.deleted && list.end === piece) look.replaced.add(old);
}

function linkIn(look: Inspection, struct: ParsedStruct, list: List, from: number): Piece {
  const right = struct.right === null ? null : startingAt(look, struct.right);
  const origin = from > struct.clock ? { client: struct.client, clock: from - 1 } : struct.origin;
  const left = origin === null ? null : endingAt(look, origin);
  const piece = look.pieces.add(struct, from);
  settle(look, list, piece, { left, right });
  return piece;
}

/** The first units are here already: Yjs hangs the rest behind them, whatever their neighbours are. */
function checkContinuation(look: Inspection, struct: ParsedStruct, list: List | null, from: number): void {
  look.unusual = true;
  look.cutBefore(struct, from);
  const before = look.stored(struct.client, from - 1);
  const itsList = before instanceof Y.Item ? listOfItem(look, before) : null;
  if (itsList !== list || (list !== null && list.key !== null)) refuse('overlap');
}

/** A slot holds one value. Longer runs are honest only as values already pushed out and kept for undo. */
function checkSlot(look: Inspection, struct: ParsedStruct, list: List): void {
  if (struct.right !== null) refuse('slot-neighbour');
  const { client, clock, length, content } = struct;
  if (length > 1 && content.kind !== 'deleted' && look.deletedWithin(client, clock, clock + length) < length) refuse('slot-run', list.place.depth);
}

function askToWrite(look: Inspection, { client, content }: ParsedStruct, list: List, replaces: boolean): void {
  const { place, key, entry } = list;
  if (!look.rules.write({ place, key, entry, client, content, replaces })) {
    refuse('write-refused', `${place.kind} at depth ${place.depth}: ${content.kind}`);
  }
  look.touch(list);
  if (content.kind === 'format') list.formats += 1;
}

function isLiving(value: Y.Item | ParsedStruct): boolean {
  return value instanceof Y.Item ? !value.deleted : value.content.kind !== 'deleted';
}

function startingAt(look: Inspection, { client, clock }: Id): Piece {
  const holder = look.locate(client, clock);
  return holder instanceof Y.GC ? refuse('not-understood') : look.pieces.startingAt(holder, clock);
}

function endingAt(look: Inspection, { client, clock }: Id): Piece {
  const holder = look.locate(client, clock);
  return holder instanceof Y.GC ? refuse('not-understood') : look.pieces.endingAt(holder, clock);
}

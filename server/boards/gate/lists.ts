/** The lists an update writes into: the children of a type, or the values one map slot has had. */
import type * as Y from 'yjs';
import type { ParsedStruct } from './parse-update.ts';
import type { Piece, Pieces } from './pieces.ts';
import type { Place, SharedType } from './place.ts';
import type { Work } from './work.ts';

export interface List {
  /** The type the list belongs to. */
  readonly place: Place;
  /** The map slot, or null for children. */
  readonly key: string | null;
  /** For what lies inside a root map: the key of the root's entry. */
  readonly entry: string | null;
  /** The type in the document; null when this update brings it. */
  readonly type: SharedType | null;
  /** First piece; undefined while the store's own order holds. */
  start: Piece | null | undefined;
  /** Last piece of a slot, its present value; undefined while the store's own order holds. */
  end: Piece | null | undefined;
  /** What this update does here. */
  formats: number;
}

interface Owner {
  children: List | null;
  slots: Map<string, List> | null;
}

export class Lists {
  private readonly owners = new Map<SharedType | ParsedStruct, Owner>();
  private readonly pieces: Pieces;
  private readonly work: Work;

  constructor(pieces: Pieces, work: Work) {
    this.pieces = pieces;
    this.work = work;
  }

  /** The one list for this owner (a type of the document, or a struct that brings one) and slot. */
  of(owner: SharedType | ParsedStruct, type: SharedType | null, place: Place, key: string | null): List {
    let held = this.owners.get(owner);
    if (held === undefined) {
      held = { children: null, slots: null };
      this.owners.set(owner, held);
    }
    if (key === null) return (held.children ??= newList(type, place, null));
    held.slots ??= new Map();
    let slot = held.slots.get(key);
    if (slot === undefined) {
      slot = newList(type, place, key);
      held.slots.set(key, slot);
    }
    return slot;
  }

  *all(): Iterable<List> {
    for (const { children, slots } of this.owners.values()) {
      if (children !== null) yield children;
      if (slots !== null) yield* slots.values();
    }
  }

  startOf(list: List): Piece | null {
    if (list.start === undefined) {
      const item = list.type === null ? null : list.key === null ? list.type._start : this.oldestValue(list.type, list.key);
      list.start = item === null ? null : this.pieces.first(item);
    }
    return list.start;
  }

  /** The present value of a slot, deleted or not. */
  endOf(list: List): Piece | null {
    if (list.end === undefined) {
      const item = list.type === null || list.key === null ? undefined : list.type._map.get(list.key);
      list.end = item === undefined ? null : this.pieces.last(item);
    }
    return list.end;
  }

  /** Links a piece in after `left`, or first. */
  link(list: List, left: Piece | null, piece: Piece): void {
    if (list.key !== null) this.endOf(list);
    if (left === null) {
      piece.right = this.startOf(list);
      list.start = piece;
    } else {
      piece.right = this.pieces.rightOf(left);
      left.right = piece;
    }
    if (piece.right === null) list.end = piece;
  }

  private oldestValue(type: SharedType, key: string): Y.Item | null {
    let item = type._map.get(key) ?? null;
    while (item !== null && item.left !== null) {
      item = item.left;
      this.work.spend(1);
    }
    return item;
  }
}

function newList(type: SharedType | null, place: Place, key: string | null): List {
  const entry = place.depth === 0 ? key : place.entry;
  return { place, key, entry, type, start: undefined, end: undefined, formats: 0 };
}

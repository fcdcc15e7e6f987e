/** Where a shared type lives in the document. A type never moves, so a place is worked out once and kept as long as the type. */
import * as Y from 'yjs';
import type { TypeKind } from './parse-update.ts';
import { refuse } from './verdict.ts';

/** Any shared type of a document. */
export type SharedType = Exclude<Y.Item['parent'], Y.ID | null>;

export interface Place {
  readonly root: string;
  /** 0 for the root itself. */
  readonly depth: number;
  readonly kind: TypeKind | 'other';
  /** The node name of an xmlElement, empty otherwise. */
  readonly name: string;
  /** For everything inside a root map: the key of the root's entry it lies in. */
  readonly entry: string | null;
  /** The type this one lies in, null for a root. */
  readonly up: Place | null;
}

const kinds = new Map<unknown, TypeKind>([
  [Y.Array, 'array'],
  [Y.Map, 'map'],
  [Y.Text, 'text'],
  [Y.XmlElement, 'xmlElement'],
  [Y.XmlFragment, 'xmlFragment'],
  [Y.XmlText, 'xmlText'],
]);

const known = new WeakMap<SharedType, Place>();

/** The place of a type that is in the document. @throws Refusal unknown-root for a type that hangs on no root */
export function placeOf(doc: Y.Doc, type: SharedType): Place {
  const kept = known.get(type);
  if (kept !== undefined) return kept;
  const place = type._item === null ? rootPlace(doc, type) : nestedPlace(doc, type, type._item);
  known.set(type, place);
  return place;
}

/** The place of a type that lies in `up`, in the slot `key` if that is a map. */
export function placeInside(up: Place, key: string | null, kind: TypeKind | 'other', name: string): Place {
  return { root: up.root, depth: up.depth + 1, kind, name, entry: up.depth === 0 ? key : up.entry, up };
}

/** The type an integrated item lies in. */
export function parentOf(item: Y.Item): SharedType {
  return item.parent instanceof Y.AbstractType ? item.parent : refuse('not-understood', 'item without a parent');
}

function rootPlace(doc: Y.Doc, type: SharedType): Place {
  for (const [root, shared] of doc.share) {
    if (shared === type) return { root, depth: 0, kind: kindOf(type), name: '', entry: null, up: null };
  }
  return refuse('unknown-root', 'type without a root');
}

function nestedPlace(doc: Y.Doc, type: SharedType, item: Y.Item): Place {
  const name = type instanceof Y.XmlElement ? type.nodeName : '';
  return placeInside(placeOf(doc, parentOf(item)), item.parentSub, kindOf(type), name);
}

function kindOf(type: SharedType): TypeKind | 'other' {
  return kinds.get(type.constructor) ?? 'other';
}

/** Where things stand in a board's document: two roots, and one map a card. */
import * as Y from 'yjs';
import type { Field } from '../elements/fields.ts';
import { kindNamed } from '../elements/registry.ts';

/** Rich text: who will be better off, and how. */
export const purposeRoot = 'purpose';
/** Card id → the card's map. */
export const elementsRoot = 'elements';
/** A document has these roots and no other. */
export const rootNames = [purposeRoot, elementsRoot] as const;

/** Keys of a card's map that are no fields of its kind. */
export const ownKeys = ['kind', 'position', 'state', 'archivedAt'] as const;

export interface BoardRoots {
  readonly purpose: Y.XmlFragment;
  readonly elements: Y.Map<unknown>;
}

export function boardRoots(doc: Y.Doc): BoardRoots {
  return { purpose: doc.getXmlFragment(purposeRoot), elements: doc.getMap<unknown>(elementsRoot) };
}

/** The map of one card, found without reading the others; null when there is no such card. */
export function cardMap(doc: Y.Doc, id: string): Y.Map<unknown> | null {
  const card = boardRoots(doc).elements.get(id);
  return card instanceof Y.Map ? card : null;
}

/** A field of a kind by name; null when the kind, or the kind's field, is not known. */
export function fieldOf(kindName: string, key: string): Field | null {
  const fields = kindNamed(kindName)?.fields;
  return fields !== undefined && Object.hasOwn(fields, key) ? (fields[key] ?? null) : null;
}

/** A plain co-edited text, which rich text is not. */
export function isPlainText(value: unknown): value is Y.Text {
  return value instanceof Y.Text && !(value instanceof Y.XmlText);
}

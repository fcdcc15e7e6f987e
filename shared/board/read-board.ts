/** Reads cards out of the document. What cannot be read is said so, card by card: one bad card hides no other. */
import type * as Y from 'yjs';
import { isTextField, type Field } from '../elements/fields.ts';
import type { AnyKind } from '../elements/kind.ts';
import { kindNamed, parseElement, type BoardElement } from '../elements/registry.ts';
import { fieldProblems } from '../lib/field-problems.ts';
import type { FieldProblem } from '../lib/problem.ts';
import { boardRoots, cardMap, isPlainText } from './layout.ts';

/** A card that this version of Kindling cannot read; it stays as it is in the document. */
export interface Unread {
  readonly ok: false;
  readonly id: string;
  readonly field: string | null;
  readonly reason: string;
  readonly values?: FieldProblem['values'];
}
export type ElementReading = { readonly ok: true; readonly element: BoardElement } | Unread;

/** One card, without reading any other; null when the board has no such card. Fields a newer version added are left out. */
export function readElement(doc: Y.Doc, id: string): ElementReading | null {
  if (!boardRoots(doc).elements.has(id)) return null;
  const card = cardMap(doc, id);
  if (card === null) return { ok: false, id, field: null, reason: 'field.type' };
  return readCard(id, card, 'shown');
}

/** Every card, archived ones among them, in the order they stand on the board. */
export function listElements(doc: Y.Doc): { elements: BoardElement[]; unread: Unread[] } {
  const elements: BoardElement[] = [];
  const unread: Unread[] = [];
  for (const id of boardRoots(doc).elements.keys()) {
    const reading = readElement(doc, id);
    if (reading?.ok === true) elements.push(reading.element);
    else if (reading !== null) unread.push(reading);
  }
  return { elements: elements.sort(byPlace), unread };
}

/** Where a card without a position stands. */
const lastPosition = 'zzzz';

/** The order of cards: by position, and by id where two stand in the same place. */
export function byPlace(a: { position: string; id: string }, b: { position: string; id: string }): number {
  if (a.position !== b.position) return a.position < b.position ? -1 : 1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}

/** One card's map as a card; `kept` checks every limit, `shown` lets text beyond its limit pass. */
export function readCard(id: string, card: Y.Map<unknown>, how: 'kept' | 'shown'): ElementReading {
  const kindName = card.get('kind');
  const kind = typeof kindName === 'string' ? kindNamed(kindName) : null;
  if (kind === null) return { ok: false, id, field: 'kind', reason: 'refused.kind' };
  const parsed = parseElement(kind.name, plainCard(id, card, kind), how);
  if (parsed?.success === true) return { ok: true, element: parsed.data };
  return { ok: false, id, ...firstProblem(parsed?.error.issues ?? []) };
}

/** The first thing wrong with a card, its field named as the kind names it. */
function firstProblem(issues: Parameters<typeof fieldProblems>[0]): Omit<Unread, 'ok' | 'id'> {
  const [first] = fieldProblems(issues);
  if (first === undefined) return { field: null, reason: 'field.type' };
  const field = first.field.replace(/^values\./, '');
  return { ...first, field: field === '' ? null : field };
}

function plainCard(id: string, card: Y.Map<unknown>, kind: AnyKind): Record<string, unknown> {
  const values = Object.entries<Field>(kind.fields).map(([name, field]) => [name, plainValue(card.get(name), field)] as const);
  // Two people undoing moves of one card can between them take every value away; the card then stands last, in its first state.
  const own = { position: card.get('position') ?? lastPosition, state: card.get('state') ?? kind.first, archivedAt: card.get('archivedAt') ?? null };
  return { id, kind: kind.name, ...own, values: Object.fromEntries(values) };
}

/** A text field that holds anything but a text reads as null, which no text field takes. */
function plainValue(value: unknown, field: Field): unknown {
  if (!isTextField(field)) return value ?? null;
  if (value === undefined) return '';
  return isPlainText(value) ? value.toString() : null;
}

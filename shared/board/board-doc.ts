/** Every edit of a board's cards, typed. Nothing else writes into the maps of the document. */
import type * as Y from 'yjs';
import { cleanFor, isTextField, valueSchema } from '../elements/fields.ts';
import { missingFor, type AnyKind } from '../elements/kind.ts';
import { kindNamed, type NewElement } from '../elements/registry.ts';
import { fieldProblems } from '../lib/field-problems.ts';
import { positionPattern } from '../lib/position.ts';
import { badField, Problem } from '../lib/problem.ts';
import { lastPlace, placesFor, type Placed } from './card-order.ts';
import { boardRoots, cardMap, fieldOf, isPlainText } from './layout.ts';
import { cardFrom, wholeElement } from './new-card.ts';
import { creationOrigin, localOrigin, type Origin } from './origins.ts';
import { byPlace, readElement } from './read-board.ts';
import { replaceText } from './replace-text.ts';

/**
 * Adds a card, with every text it will ever hold, so that two people can type in it at once from the first letter on.
 * @throws Problem conflict when the id is taken, invalid when a value does not fit the kind
 */
export function addElement(doc: Y.Doc, given: NewElement, origin: Origin = creationOrigin): void {
  const kind = kindNamed(given.kind);
  if (kind === null) throw badField('kind', 'refused.kind');
  const { elements } = boardRoots(doc);
  if (elements.has(given.id)) throw new Problem('conflict', 'refused.id-taken');
  const element = wholeElement(kind, given);
  doc.transact(() => elements.set(element.id, cardFrom(element)), origin);
}

/** Gives a plain field a value; null clears it. @throws Problem invalid or not-found */
export function setField(doc: Y.Doc, id: string, name: string, value: unknown, origin: Origin = localOrigin): void {
  const card = foundCard(doc, id);
  const field = fieldOf(kindOf(card).name, name);
  if (field === null || isTextField(field)) throw badField(name, 'refused.unknown-field');
  const parsed = valueSchema(field).safeParse(value);
  if (!parsed.success)
    throw new Problem('invalid', 'problem.invalid', { fields: fieldProblems(parsed.error.issues).map((problem) => ({ ...problem, field: name })) });
  put(doc, card, { key: name, value: parsed.data }, origin);
}

/** Puts a card in another state. @throws Problem invalid, not-found, or refused when the state needs something written first */
export function setState(doc: Y.Doc, id: string, state: string, origin: Origin = localOrigin): void {
  const card = foundCard(doc, id);
  const kind = kindOf(card);
  if (!Object.hasOwn(kind.states, state)) throw badField('state', 'refused.state');
  const reading = readElement(doc, id);
  const missing = reading?.ok === true ? missingFor(kind, state, reading.element) : [];
  if (missing.length > 0) throw new Problem('refused', 'refused.needs', { fields: missing.map((field) => ({ field, reason: 'field.required' })) });
  put(doc, card, { key: 'state', value: state }, origin);
}

/** The text of a field, to bind a box to; null when there is no such card, or the field is not text. */
export function textOf(doc: Y.Doc, id: string, name: string): Y.Text | null {
  const text = cardMap(doc, id)?.get(name);
  return isPlainText(text) ? text : null;
}

/** Makes a text field read this, by the smallest edit. @throws Problem not-found or invalid */
export function setText(doc: Y.Doc, id: string, name: string, newText: string, origin: Origin = localOrigin): void {
  const field = fieldOf(kindOf(foundCard(doc, id)).name, name);
  const text = textOf(doc, id, name);
  if (field === null || text === null || !isTextField(field)) throw badField(name, 'refused.unknown-field');
  const clean = cleanFor(field, newText);
  if (clean.length > field.max) throw badField(name, 'field.too-long', { max: field.max });
  replaceText(text, clean, { origin });
}

/** Puts a card right after `before`, or with none right in front of `after` (both are card ids), or with neither last. @throws Problem not-found */
export function moveElement(doc: Y.Doc, id: string, before: string | null, after: string | null, origin: Origin = localOrigin): void {
  foundCard(doc, id);
  const places = placesFor(placedCards(doc), id, { before, after });
  doc.transact(() => {
    for (const [card, position] of places) cardMap(doc, card)?.set('position', position);
  }, origin);
}

/** Takes a card off the board without losing a word of it. @throws Problem not-found */
export function archiveElement(doc: Y.Doc, id: string, at: Date, origin: Origin = localOrigin): void {
  const card = foundCard(doc, id);
  if (!card.has('archivedAt')) put(doc, card, { key: 'archivedAt', value: at.toISOString() }, origin);
}

/** Brings an archived card back. @throws Problem not-found */
export function restoreElement(doc: Y.Doc, id: string, origin: Origin = localOrigin): void {
  put(doc, foundCard(doc, id), { key: 'archivedAt', value: null }, origin);
}

/** A position behind every card of the board. */
export function endPosition(doc: Y.Doc): string {
  return lastPlace(placedCards(doc));
}

function put(doc: Y.Doc, card: Y.Map<unknown>, { key, value }: { key: string; value: unknown }, origin: Origin): void {
  if ((card.get(key) ?? null) === value) return;
  doc.transact(() => (value === null ? card.delete(key) : card.set(key, value)), origin);
}

function foundCard(doc: Y.Doc, id: string): Y.Map<unknown> {
  const card = cardMap(doc, id);
  if (card === null) throw new Problem('not-found', 'refused.card-gone');
  return card;
}

function kindOf(card: Y.Map<unknown>): AnyKind {
  const kind = kindNamed(String(card.get('kind')));
  if (kind === null) throw badField('kind', 'refused.kind');
  return kind;
}

function placedCards(doc: Y.Doc): Placed[] {
  const placed: Placed[] = [];
  for (const id of boardRoots(doc).elements.keys()) {
    const position = cardMap(doc, id)?.get('position');
    if (typeof position === 'string' && positionPattern.test(position)) placed.push({ id, position });
  }
  return placed.sort(byPlace);
}

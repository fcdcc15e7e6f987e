/** Boards and plain values that tests of the board are made of. */
import * as Y from 'yjs';
import type { NewElement } from '../elements/registry.ts';
import { createFirstContent } from './first-content.ts';
import type { Known } from './judge.ts';
import { newBoardDoc } from './new-doc.ts';

export const cardId = (nth: number): string => `card-number-${String(nth).padStart(4, '0')}`;

/** A board with a purpose and these cards. */
export function boardWith(elements: readonly NewElement[], purposeText = 'People with dementia are known by name.'): Y.Doc {
  const doc = newBoardDoc();
  createFirstContent(doc, { purposeText, elements });
  return doc;
}

export function blockerCard(nth: number, more: Partial<Extract<NewElement, { kind: 'blocker' }>> = {}): NewElement {
  return { id: cardId(nth), kind: 'blocker', position: `a${nth}V`, ...more };
}

/** Another person's copy of a board. */
export function copyOf(doc: Y.Doc): Y.Doc {
  const copy = newBoardDoc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

/** Brings copies to the same state, each telling every other. */
export function syncAll(docs: readonly Y.Doc[]): void {
  for (const from of docs) for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote');
}

/** A judge who knows the cards of another document and refuses no text. */
export function knownFrom(before: Y.Doc, refuses: Known['refuses'] = () => null): Known {
  return {
    before: (id) => {
      const card = before.getMap<Y.Map<unknown>>('elements').get(id);
      return card === undefined ? null : { kind: String(card.get('kind')), state: String(card.get('state')) };
    },
    refuses,
  };
}

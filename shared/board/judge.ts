/** Judges what an update has left in the document: only cards and a purpose that follow the rules may be kept. */
import * as Y from 'yjs';
import { isTextField, type Field, type TextField } from '../elements/fields.ts';
import { missingFor, type AnyKind } from '../elements/kind.ts';
import { kindNamed, type BoardElement } from '../elements/registry.ts';
import { Problem, type FieldProblem } from '../lib/problem.ts';
import { judgePurpose } from './judge-purpose.ts';
import { boardRoots, fieldOf, isPlainText, ownKeys } from './layout.ts';
import { elementsPerBoard } from './limits.ts';
import { readCard } from './read-board.ts';

/** What an update has touched. */
export interface Touched {
  readonly elements: Iterable<string>;
  readonly purpose: boolean;
}

/** What the judge is told by those who know. */
export interface Known {
  /** A card as it stood before the update; null when it is new. */
  before(id: string): { readonly kind: string; readonly state: string } | null;
  /** Why a text may not be kept, as a key of the catalogue; null when it may. */
  refuses(text: string): string | null;
}

export interface Refusal {
  readonly ok: false;
  /** The card; null when it is the purpose or the board as a whole. */
  readonly element: string | null;
  readonly field: string | null;
  readonly reason: string;
  readonly values?: FieldProblem['values'];
}
export type Judgement = { readonly ok: true; readonly elements: BoardElement[] } | Refusal;
type Fault = Omit<Refusal, 'ok' | 'element'>;

/** Judges the touched cards and the purpose, reading no other card. The cards come back as they now read. */
export function judgeElements(doc: Y.Doc, touched: Touched, known: Known): Judgement {
  const elements: BoardElement[] = [];
  for (const id of touched.elements) {
    const judged = judgeElement(doc, id, known);
    if ('reason' in judged) return { ok: false, element: id, ...judged };
    elements.push(judged);
  }
  const fault = touched.purpose ? judgePurpose(boardRoots(doc).purpose, known.refuses) : null;
  return fault === null ? { ok: true, elements } : { ok: false, element: null, field: 'purpose', ...fault };
}

/** The problem to hand back to whoever sent the update. */
export function refusalProblem({ element, field, reason, values }: Refusal): Problem {
  const path = [element, field].filter((part) => part !== null).join('.');
  return new Problem('refused', reason, { ...(values ? { values } : {}), fields: [{ field: path, reason, ...(values ? { values } : {}) }] });
}

function judgeElement(doc: Y.Doc, id: string, known: Known): BoardElement | Fault {
  const { elements } = boardRoots(doc);
  const card = elements.get(id);
  if (card === undefined) return fault(null, 'refused.removed');
  if (!(card instanceof Y.Map)) return fault(null, 'field.type');
  if (wasReplaced(elements, id)) return fault(null, 'refused.replaced');
  const kind = kindNamed(String(card.get('kind')));
  if (kind === null) return fault('kind', 'refused.kind');
  const before = known.before(id);
  const wrong = faultOfNewness(elements, card, kind, before) ?? faultOfFields(card, kind, known);
  if (wrong !== null) return wrong;
  const reading = readCard(id, card, 'kept');
  if (!reading.ok) return { field: reading.field, reason: reading.reason, ...(reading.values ? { values: reading.values } : {}) };
  return faultOfState(kind, reading.element, before) ?? reading.element;
}

function faultOfNewness(elements: Y.Map<unknown>, card: Y.Map<unknown>, kind: AnyKind, before: { kind: string } | null): Fault | null {
  if (wasReplaced(card, 'kind') || (before !== null && before.kind !== kind.name)) return fault('kind', 'refused.kind-changed');
  return before === null && elements.size > elementsPerBoard ? fault(null, 'refused.full', { max: elementsPerBoard }) : null;
}

function faultOfFields(card: Y.Map<unknown>, kind: AnyKind, known: Known): Fault | null {
  for (const key of card.keys()) {
    if (fieldOf(kind.name, key) === null && !ownKeys.some((own) => own === key)) return fault(null, 'refused.unknown-field');
  }
  for (const [name, field] of Object.entries<Field>(kind.fields)) {
    const wrong = isTextField(field) ? faultOfText(card, name, field, known) : null;
    if (wrong !== null) return wrong;
  }
  return null;
}

function faultOfText(card: Y.Map<unknown>, name: string, field: TextField, known: Known): Fault | null {
  const text = card.get(name);
  if (text === undefined) return fault(name, 'refused.text-removed');
  if (!isPlainText(text)) return fault(name, 'field.type');
  if (wasReplaced(card, name)) return fault(name, 'refused.replaced');
  if (text.length > field.max) return fault(name, 'field.too-long', { max: field.max });
  if (!holdsOnlyWords(text)) return fault(name, 'refused.formatting');
  const refused = known.refuses(text.toString());
  return refused === null ? null : fault(name, refused);
}

/** A state's needs are looked at when the card enters the state, so that rewording "stop if" in a running test is no offence. */
function faultOfState(kind: AnyKind, element: BoardElement, before: { state: string } | null): Fault | null {
  if (before?.state === element.state) return null;
  const [missing] = missingFor(kind, element.state, element);
  return missing === undefined ? null : fault(missing, 'refused.needs');
}

/** No formatting, no embedded things and no attributes: cards hold plain words. */
function holdsOnlyWords(text: Y.Text): boolean {
  if (Object.keys(text.getAttributes()).length > 0) return false;
  for (let item = text._start; item !== null; item = item.right) {
    if (!item.deleted && !(item.content instanceof Y.ContentString)) return false;
  }
  return true;
}

/** Whether the value under a key stands on the remains of an earlier one. Yjs keeps an overwritten value's place to the left of its successor. */
function wasReplaced(map: Y.Map<unknown>, key: string): boolean {
  const item = map._map.get(key);
  return item !== undefined && item.left !== null;
}

function fault(field: string | null, reason: string, values?: FieldProblem['values']): Fault {
  return { field, reason, ...(values ? { values } : {}) };
}

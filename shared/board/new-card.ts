/** A card in the making: whole, checked, and as the map that goes into the document. */
import * as Y from 'yjs';
import { cleanFor, isTextField, type Field } from '../elements/fields.ts';
import type { AnyKind } from '../elements/kind.ts';
import { parseElement, type BoardElement, type NewElement } from '../elements/registry.ts';
import { fieldProblems } from '../lib/field-problems.ts';
import { Problem } from '../lib/problem.ts';
import { fieldOf } from './layout.ts';

/** What is given, made whole by the kind. @throws Problem invalid */
export function wholeElement(kind: AnyKind, given: NewElement): BoardElement {
  const wished: Readonly<Record<string, unknown>> = { ...kind.defaults, ...given.values };
  const strangers = Object.keys(wished).filter((name) => !Object.hasOwn(kind.fields, name));
  const values = Object.entries<Field>(kind.fields).map(([name, field]) => [name, startValue(field, wished[name])] as const);
  const parsed = parseElement(
    kind.name,
    {
      id: given.id,
      kind: kind.name,
      position: given.position,
      state: given.state ?? kind.first,
      archivedAt: given.archivedAt ?? null,
      values: Object.fromEntries(values),
    },
    'kept',
  );
  if (parsed?.success === true && strangers.length === 0) return parsed.data;
  const problems = fieldProblems(parsed?.error?.issues ?? []).map((problem) => ({ ...problem, field: problem.field.replace(/^values\./, '') }));
  throw new Problem('invalid', 'problem.invalid', {
    fields: [...problems, ...strangers.map((field) => ({ field, reason: 'refused.unknown-field' }))],
  });
}

/** The map of a new card, with every text it will ever hold. */
export function cardFrom(element: BoardElement): Y.Map<unknown> {
  const { kind: name, position, state, archivedAt } = element;
  const card = new Y.Map<unknown>(Object.entries({ kind: name, position, state }));
  if (archivedAt !== null) card.set('archivedAt', archivedAt);
  for (const [key, value] of Object.entries<unknown>(element.values)) {
    const field = fieldOf(name, key);
    if (field !== null && isTextField(field)) card.set(key, new Y.Text(String(value)));
    else if (value !== null) card.set(key, value);
  }
  return card;
}

function startValue(field: Field, wished: unknown): unknown {
  if (!isTextField(field)) return wished ?? null;
  return typeof wished === 'string' ? cleanFor(field, wished) : (wished ?? '');
}

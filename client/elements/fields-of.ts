/** Which fields of a card are shown, and how: decided once, for every kind. */
import { isTextField, type Field } from '#shared/elements/fields.ts';
import type { AnyElement, AnyKind } from '#shared/elements/kind.ts';

export interface NamedField {
  readonly name: string;
  readonly field: Field;
}

/** The fields of a kind in the order they are asked for. */
export function fieldsOf(kind: AnyKind): NamedField[] {
  return Object.entries<Field>(kind.fields).map(([name, field]) => ({ name, field }));
}

/** The first choice of a kind says what sort of card it is: shown beside its state rather than among its fields. */
export function flavourOf(kind: AnyKind): string | null {
  return fieldsOf(kind).find(({ field }) => field.type === 'oneOf')?.name ?? null;
}

/** Whether a field says anything to a reader. "No" to a yes-or-no question is what everybody assumes. */
export function saysSomething(card: AnyElement, { name, field }: NamedField): boolean {
  const value = card.values[name];
  if (isTextField(field)) return typeof value === 'string' && value.trim() !== '';
  if (field.type === 'yesNo') return value === true;
  return value !== null && value !== undefined;
}

/** Characters that a card shows at most before the rest is a tap away. */
const shownAtOnce = 420;

/** What is read at once and what is read on request: a long card does not push its neighbours off the screen. */
export function splitLong(card: AnyElement, fields: readonly NamedField[]): { shown: NamedField[]; rest: NamedField[] } {
  let length = 0;
  const shown: NamedField[] = [];
  for (const one of fields) {
    const size = lengthOf(card, one);
    if (shown.length > 0 && length + size > shownAtOnce) break;
    length += size;
    shown.push(one);
  }
  return { shown, rest: fields.slice(shown.length) };
}

function lengthOf(card: AnyElement, { name }: NamedField): number {
  const value = card.values[name];
  return 40 + (typeof value === 'string' ? value.length : 0);
}

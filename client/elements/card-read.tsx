import type { AnyKind } from '#shared/elements/kind.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import css from './card.module.css';
import { FieldView } from './field-view.tsx';
import { fieldsOf, flavourOf, type NamedField, saysSomething, splitLong } from './fields-of.ts';
import { specialFor } from './special.ts';

/** What people wrote on a card. Empty fields are not drawn: a card is a page, not a form. */
export function CardRead({ card, kind }: { card: BoardElement; kind: AnyKind }) {
  const { hides, leads } = specialFor(card.kind);
  const hidden = ['title', flavourOf(kind), ...(hides?.(card, 'read') ?? [])];
  const first = leads?.(card) ?? [];
  const said = fieldsOf(kind)
    .filter((one) => !hidden.includes(one.name) && saysSomething(card, one))
    .sort((a, b) => Number(first.includes(b.name)) - Number(first.includes(a.name)));
  const { shown, rest } = splitLong(card, said);
  // A card that says one thing needs no question above it.
  const alone = said.filter(({ field }) => field.type !== 'ref').length === 1;
  if (said.length === 0) return null;
  return (
    <div className={css['read']}>
      <Fields card={card} fields={shown} alone={alone} />
      {rest.length > 0 && (
        <Disclosure label={say('board.read-on')}>
          <Fields card={card} fields={rest} alone={false} />
        </Disclosure>
      )}
    </div>
  );
}

function Fields({ card, fields, alone }: { card: BoardElement; fields: readonly NamedField[]; alone: boolean }) {
  return (
    <dl className={css['fields']}>
      {fields.map((named) => (
        <FieldView key={named.name} card={card} named={named} alone={alone} />
      ))}
    </dl>
  );
}

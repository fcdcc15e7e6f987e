import { useState } from 'react';
import { isTextField } from '#shared/elements/fields.ts';
import type { AnyKind } from '#shared/elements/kind.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { fieldWord, hintWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import css from './card.module.css';
import { fieldsOf, saysSomething } from './fields-of.ts';
import { LiveText } from './live-text.tsx';
import { PlainField } from './plain-field.tsx';
import { specialFor } from './special.ts';

export interface CardFormProps {
  card: BoardElement;
  kind: AnyKind;
  /** Fields that a state asked for and that are still empty. */
  missing: readonly string[];
}

/** A card to write in. There is nothing to send: every letter is kept as it is typed. */
export function CardForm({ card, kind, missing }: CardFormProps) {
  const hidden = specialFor(card.kind).hides?.(card, 'write') ?? [];
  const fields = fieldsOf(kind).filter(({ name }) => !hidden.includes(name));
  // Chosen once: it must not wander on to the next box while somebody writes in this one.
  const [firstEmpty] = useState(() => fields.find((one) => isTextField(one.field) && !saysSomething(card, one))?.name ?? 'title');
  const focused = missing[0] ?? firstEmpty;
  return (
    <div className={css['form']}>
      {fields.map(({ name, field }) => {
        const label = fieldWord(card.kind, name);
        const hint = hintWord(card.kind, name) ?? undefined;
        if (!isTextField(field)) return <PlainField key={name} card={card} name={name} field={field} label={label} hint={hint} />;
        const error = missing.includes(name) && !saysSomething(card, { name, field }) ? say('field.required') : undefined;
        return <LiveText key={name} cardId={card.id} name={name} field={field} label={label} hint={hint} error={error} first={name === focused} />;
      })}
    </div>
  );
}

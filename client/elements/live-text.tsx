import { type KeyboardEvent, useLayoutEffect } from 'react';
import type { TextField } from '#shared/elements/fields.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { useText } from '#client/board/use-text.ts';
import fieldCss from '#client/ui/field.module.css';
import { Field } from '#client/ui/field.tsx';
import css from './card.module.css';

export interface LiveTextProps {
  cardId: string;
  name: string;
  field: TextField;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** Takes the focus when it appears. */
  first?: boolean;
}

/** A box that several people write in at once; every letter is kept as it is typed. */
export function LiveText({ cardId, name, field, label, hint, error, first = false }: LiveTextProps) {
  const { box, words, held } = useText<HTMLTextAreaElement>(cardId, name, field);
  useLayoutEffect(() => grow(box.current), [box, words]);
  useLayoutEffect(() => {
    if (!first) return;
    box.current?.focus({ preventScroll: true });
    // A browser that moves the focus by itself thinks that a box behind the bar is in sight.
    box.current?.scrollIntoView({ block: 'nearest' });
    box.current?.setSelectionRange(box.current.value.length, box.current.value.length);
  }, [box, first]);
  const left = field.max - words.length;
  const room = left < field.max / 5 ? say('board.room-left', { count: left }) : undefined;
  return (
    <Field label={label} hint={[hint, room].filter((one) => one !== undefined).join(' ')} error={held === null ? error : sayKey(held)}>
      {(wiring) => (
        <textarea
          {...wiring}
          ref={box}
          data-live=""
          rows={1}
          maxLength={field.max}
          onKeyDown={field.type === 'line' ? noBreaks : undefined}
          className={`${fieldCss['control']} ${css['box']}`}
          data-line={field.type === 'line'}
        />
      )}
    </Field>
  );
}

/** A line has no second line; Enter would be an edit that shows nothing. An input method's own Enter is left to it. */
function noBreaks(event: KeyboardEvent): void {
  if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
}

/** Browsers without `field-sizing` get the same growth by measuring. */
function grow(box: HTMLTextAreaElement | null): void {
  if (box === null || CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}

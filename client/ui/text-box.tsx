import { type KeyboardEvent, type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import css from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export interface TextBoxProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  minRows?: number;
  name?: string;
  maxLength?: number;
  placeholder?: string;
  inputRef?: Ref<HTMLTextAreaElement>;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
}

/** A box to write in that grows with the words. */
export function TextBox({ label, hint, error, optional, required, value, onChange, minRows = 3, inputRef, ...rest }: TextBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(inputRef, () => box.current);
  useLayoutEffect(() => grow(box.current), [value]);
  return (
    <Field {...{ label, hint, error, ...(optional === undefined ? {} : { optional }), ...(required === undefined ? {} : { required }) }}>
      {(wiring) => (
        <textarea
          {...rest}
          {...wiring}
          ref={box}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${css['control']} ${css['box']}`}
          style={{ '--rows': minRows }}
        />
      )}
    </Field>
  );
}

/** Browsers without `field-sizing` get the same growth by measuring. */
function grow(box: HTMLTextAreaElement | null): void {
  if (box === null || CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + 2}px`;
}

import type { HTMLInputAutoCompleteAttribute, Ref } from 'react';
import css from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export interface TextLineProps extends FieldFrame {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'email' | 'date' | 'search' | 'number' | 'password' | 'url';
  name?: string;
  maxLength?: number;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  placeholder?: string;
  /** Id of a datalist with suggestions. */
  list?: string;
  min?: string | number;
  max?: string | number;
  inputRef?: Ref<HTMLInputElement>;
}

/** One line to fill in. */
export function TextLine({ label, hint, error, optional, required, value, onChange, type = 'text', inputRef, ...rest }: TextLineProps) {
  return (
    <Field {...{ label, hint, error, ...(optional === undefined ? {} : { optional }), ...(required === undefined ? {} : { required }) }}>
      {(wiring) => (
        <input
          {...rest}
          {...wiring}
          ref={inputRef}
          type={type}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={css['control']}
        />
      )}
    </Field>
  );
}

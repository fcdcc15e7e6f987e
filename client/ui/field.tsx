import { type ReactNode, useId } from 'react';
import { say } from '#shared/words/say.ts';
import css from './field.module.css';

/** What a control needs to belong to its label, hint and error. */
export interface FieldWiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly required: boolean;
}

/** What every field has around its control. */
export interface FieldFrame {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** Says "if you like" beside the label. */
  optional?: boolean;
  required?: boolean;
}

/** A label, a hint and an error around one control. */
export function Field({
  label,
  hint,
  error,
  optional = false,
  required = false,
  children,
}: FieldFrame & { children: (wiring: FieldWiring) => ReactNode }) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const described = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  return (
    <div className={css['field']} data-bad={error ? true : undefined}>
      <label htmlFor={id} className={css['label']}>
        {label}
        {optional && <span className={css['optional']}> {say('shell.optional')}</span>}
      </label>
      {hint && (
        <div id={hintId} className={css['hint']}>
          {hint}
        </div>
      )}
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined, required })}
      {error && <FieldError id={errorId} error={error} />}
    </div>
  );
}

/** The sentence under a field that needs another look. */
export function FieldError({ id, error }: { id: string; error: string }) {
  return (
    <p id={id} className={css['error']}>
      {error}
    </p>
  );
}

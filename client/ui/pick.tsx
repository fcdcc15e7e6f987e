import css from './field.module.css';
import { Field, type FieldFrame } from './field.tsx';

export interface PickProps<T extends string> extends FieldFrame {
  value: T | '';
  onChange: (value: T | '') => void;
  options: readonly { readonly value: T; readonly label: string }[];
  /** The first line, for "none of them yet". Without it a choice can not be taken back. */
  empty?: string;
  name?: string;
}

/** One of a list, in the device's own picker. */
export function Pick<T extends string>({ label, hint, error, optional, required, value, onChange, options, empty, name }: PickProps<T>) {
  return (
    <Field {...{ label, hint, error, ...(optional === undefined ? {} : { optional }), ...(required === undefined ? {} : { required }) }}>
      {(wiring) => (
        <select
          {...wiring}
          name={name}
          value={value}
          onChange={(event) => onChange(options.find((option) => option.value === event.target.value)?.value ?? '')}
          className={`${css['control']} ${css['select']}`}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

import { type ReactNode, useId } from 'react';
import css from './choice.module.css';
import { FieldError } from './field.tsx';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly hint?: string;
}

interface ChoiceFrame<T extends string> {
  legend: string;
  hideLegend?: boolean;
  hint?: ReactNode;
  error?: string | undefined;
  options: readonly ChoiceOption<T>[];
}

export interface ChoiceProps<T extends string> extends ChoiceFrame<T> {
  value: T | null;
  onChange: (value: T) => void;
}

/** One of a few, all of them in sight. */
export function Choice<T extends string>({ value, onChange, ...frame }: ChoiceProps<T>) {
  return <Options {...frame} type="radio" isOn={(option) => option === value} onPick={onChange} />;
}

export interface ChoicesProps<T extends string> extends ChoiceFrame<T> {
  values: readonly T[];
  onChange: (values: T[]) => void;
}

/** Any of a few, all of them in sight. */
export function Choices<T extends string>({ values, onChange, ...frame }: ChoicesProps<T>) {
  const toggle = (option: T) => onChange(values.includes(option) ? values.filter((one) => one !== option) : [...values, option]);
  return <Options {...frame} type="checkbox" isOn={(option) => values.includes(option)} onPick={toggle} />;
}

interface OptionsProps<T extends string> extends ChoiceFrame<T> {
  type: 'radio' | 'checkbox';
  isOn: (option: T) => boolean;
  onPick: (option: T) => void;
}

function Options<T extends string>({ legend, hideLegend = false, hint, error, options, type, isOn, onPick }: OptionsProps<T>) {
  const id = useId();
  const described = [hint ? `${id}hint` : '', error ? `${id}error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      className={css['choice']}
      aria-describedby={described || undefined}
      data-stacked={options.some((option) => option.hint) ? true : undefined}
    >
      <legend className={hideLegend ? css['hidden'] : css['legend']}>{legend}</legend>
      {hint && (
        <div id={`${id}hint`} className={css['hint']}>
          {hint}
        </div>
      )}
      <div className={css['options']}>
        {options.map((option) => (
          <label key={option.value} className={css['option']}>
            <input
              type={type}
              name={id}
              value={option.value}
              checked={isOn(option.value)}
              onChange={() => onPick(option.value)}
              className={css['input']}
            />
            <span className={css['mark']} aria-hidden data-type={type} />
            <span className={css['text']}>
              {option.label}
              {option.hint && <span className={css['option-hint']}>{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}error`} error={error} />}
    </fieldset>
  );
}

import type { ReactNode } from 'react';
import css from './form.module.css';

export interface FormProps {
  onSubmit: () => void;
  /** Read aloud as the name of the form. */
  label?: string;
  children: ReactNode;
}

/** Fields under each other with air between them; sent by Enter in a line or by its submit button. What is wrong is said by us, not by the browser. */
export function Form({ onSubmit, label, children }: FormProps) {
  return (
    <form
      noValidate
      aria-label={label}
      className={css['form']}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      {children}
    </form>
  );
}

/** Buttons side by side at the end of a form, a card or a sheet. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css['actions']}>{children}</div>;
}

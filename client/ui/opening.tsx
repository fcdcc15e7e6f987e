import { type ReactNode, useEffect, useRef, useState } from 'react';
import css from './opening.module.css';

export interface OpeningProps {
  /** The button; it stays where it is while the part below it is open. */
  act: (open: boolean, toggle: () => void) => ReactNode;
  children: (close: () => void) => ReactNode;
}

/** A form that opens below its button: the focus goes in when it opens, and back to the button when it closes. */
export function Opening({ act, children }: OpeningProps) {
  const [open, setOpen] = useState(false);
  return (
    <div className={css['opening']}>
      <div>{act(open, () => setOpen(!open))}</div>
      {open && <Opened>{children(() => setOpen(false))}</Opened>}
    </div>
  );
}

function Opened({ children }: { children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef<Element>(null);
  useEffect(() => {
    if (panel.current?.contains(document.activeElement) === false) before.current = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: 'nearest' });
    return () => {
      // Only a focus that went with the form is given back; one that has moved on stays.
      if (document.activeElement === document.body && before.current instanceof HTMLElement) before.current.focus();
    };
  }, []);
  return (
    <div ref={panel} tabIndex={-1} className={css['opened']}>
      {children}
    </div>
  );
}

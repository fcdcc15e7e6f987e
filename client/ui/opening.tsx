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
  const home = useRef<HTMLDivElement>(null);
  function close() {
    setOpen(false);
    home.current?.querySelector('button')?.focus();
  }
  return (
    <div ref={home} className={css['opening']}>
      <div>{act(open, () => (open ? close() : setOpen(true)))}</div>
      {open && <Opened>{children(close)}</Opened>}
    </div>
  );
}

function Opened({ children }: { children: ReactNode }) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  return (
    <div ref={panel} tabIndex={-1} className={css['opened']}>
      {children}
    </div>
  );
}

import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import css from './disclosure.module.css';

export interface DisclosureProps {
  label: ReactNode;
  /** Given together with onToggle: the screen holds the state. Alone: how it starts. */
  open?: boolean;
  onToggle?: (open: boolean) => void;
  children: ReactNode;
}

/** Something more, shown in its place when asked for. */
export function Disclosure({ label, open: given, onToggle, children }: DisclosureProps) {
  const [own, setOwn] = useState(given ?? false);
  const open = onToggle && given !== undefined ? given : own;
  const panelId = useId();
  function toggle() {
    setOwn(!open);
    onToggle?.(!open);
  }
  return (
    <div className={css['disclosure']}>
      <button type="button" aria-expanded={open} aria-controls={panelId} className={css['button']} onClick={toggle}>
        <ChevronDown size={18} aria-hidden className={css['sign']} />
        {label}
      </button>
      <div id={panelId} hidden={!open} className={css['panel']}>
        {open && children}
      </div>
    </div>
  );
}

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { say } from '#shared/words/say.ts';
import { Announcer } from './announcer.tsx';
import css from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** A sheet above the page. The browser's own modal dialog keeps the focus inside, closes on Esc and gives the focus back. */
export function Dialog({ open, ...sheet }: DialogProps) {
  return open ? <Sheet {...sheet} /> : null;
}

function Sheet({ onClose, title, actions, children }: Omit<DialogProps, 'open'>) {
  const sheet = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const opened = sheet.current;
    const before = document.activeElement;
    if (opened && !opened.open) opened.showModal();
    return () => {
      opened?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog ref={sheet} aria-labelledby={titleId} className={css['dialog']} onCancel={(event) => closing(event, onClose)}>
      <div className={css['head']}>
        <h2 id={titleId} className={css['title']}>
          {title}
        </h2>
        <button type="button" className={css['close']} aria-label={say('shell.close')} onClick={onClose}>
          <X size={22} aria-hidden />
        </button>
      </div>
      {/* While it is open nothing outside is read aloud, so what is announced from inside is said inside. */}
      <Announcer>
        <div className={css['body']}>{children}</div>
        {actions && <div className={css['actions']}>{actions}</div>}
      </Announcer>
    </dialog>
  );
}

/** The screen decides when the sheet goes, so the browser does not close it first. A file picker's own cancel bubbles up here and is not ours. */
function closing(event: { target: EventTarget; currentTarget: EventTarget; preventDefault: () => void }, onClose: () => void): void {
  if (event.target !== event.currentTarget) return;
  event.preventDefault();
  onClose();
}

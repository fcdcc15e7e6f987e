import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { AnyKind } from '#shared/elements/kind.ts';
import { kindWord } from '#shared/elements/wording.ts';
import { NewCard } from '#client/elements/new-card.tsx';
import { Act } from '#client/ui/act.tsx';
import css from './board.module.css';

/** One button for each kind of card that goes here; the new card begins right below it. */
export function AddCards({ kinds }: { kinds: readonly AnyKind[] }) {
  return (
    <div className={css['adding']}>
      {kinds.map((kind) => (
        <AddCard key={kind.name} kind={kind} />
      ))}
    </div>
  );
}

function AddCard({ kind }: { kind: AnyKind }) {
  const [open, setOpen] = useState(false);
  const home = useRef<HTMLDivElement>(null);
  function close(): void {
    setOpen(false);
    home.current?.querySelector('button')?.focus({ preventScroll: true });
  }
  return (
    <div ref={home} className={css['add']}>
      <div>
        <Act tone="quiet" icon={<Plus size={18} aria-hidden />} expanded={open} onClick={() => (open ? close() : setOpen(true))}>
          {kindWord(kind.name, 'add')}
        </Act>
      </div>
      {open && <NewCard kind={kind} onDone={close} />}
    </div>
  );
}

import type { ReactNode } from 'react';
import css from './card-list.module.css';

/** Cards under each other, each an item of a list that has a name. */
export function CardList({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ul aria-label={label} className={css['list']}>
      {children}
    </ul>
  );
}

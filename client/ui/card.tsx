import type { ReactNode } from 'react';
import css from './card.module.css';

export interface CardProps {
  as?: 'div' | 'article' | 'section' | 'li';
  /** ember: something here is alive and waits for an answer. */
  tone?: 'paper' | 'sunk' | 'ember';
  labelledBy?: string;
  id?: string;
  children: ReactNode;
}

/** A sheet of paper. */
export function Card({ as: Sheet = 'div', tone = 'paper', labelledBy, id, children }: CardProps) {
  return (
    <Sheet id={id} aria-labelledby={labelledBy} className={css['card']} data-tone={tone}>
      {children}
    </Sheet>
  );
}

import type { ReactNode, RefObject } from 'react';
import css from './column.module.css';

export interface ColumnProps {
  /** The focus can be brought here. */
  at?: RefObject<HTMLDivElement | null>;
  children: ReactNode;
}

/** Things under each other, with air between them. */
export function Column({ at, children }: ColumnProps) {
  return (
    <div ref={at} tabIndex={at === undefined ? undefined : -1} className={css['column']}>
      {children}
    </div>
  );
}

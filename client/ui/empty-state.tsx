import type { ReactNode } from 'react';
import { EmberDot } from './ember-dot.tsx';
import css from './empty-state.module.css';

export interface EmptyStateProps {
  title: string;
  /** The first step, ready to take. */
  action?: ReactNode;
  /** What goes here. */
  children: ReactNode;
}

/** Nothing here yet: says what belongs here and offers the first step. */
export function EmptyState({ title, action, children }: EmptyStateProps) {
  return (
    <div className={css['empty']}>
      <p className={css['title']}>
        <EmberDot lit={false} /> {title}
      </p>
      <div className={css['text']}>{children}</div>
      {action && <div className={css['action']}>{action}</div>}
    </div>
  );
}

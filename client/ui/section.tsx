import { type ReactNode, useId } from 'react';
import css from './section.module.css';

export interface SectionProps {
  title: string;
  level?: 2 | 3;
  hint?: ReactNode;
  actions?: ReactNode;
  id?: string;
  children: ReactNode;
}

/** A part of a page with its own heading. */
export function Section({ title, level = 2, hint, actions, id, children }: SectionProps) {
  const headingId = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section id={id} aria-labelledby={headingId} className={css['section']} data-level={level}>
      <div className={css['head']}>
        <Heading id={headingId} className={css['title']}>
          {title}
        </Heading>
        {actions && <div className={css['actions']}>{actions}</div>}
      </div>
      {hint && <div className={css['hint']}>{hint}</div>}
      {children}
    </section>
  );
}

import { ArrowLeft } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { say } from '#shared/words/say.ts';
import { takeArrival } from './arrival.ts';
import css from './page.module.css';

export interface PageProps {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  back?: { to: string; label: string };
  width?: 'read' | 'wide' | 'full';
  children: ReactNode;
}

/** One screen: its title is the h1 and the document's title, and receives focus when somebody arrives by a link. */
export function Page({ title, lead, actions, back, width = 'read', children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = say('shell.document-title', { page: title });
  }, [title]);
  useEffect(() => {
    if (!takeArrival()) return;
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div className={css['page']} data-width={width}>
      <header className={css['head']}>
        {back && (
          <Link to={back.to} className={css['back']}>
            <ArrowLeft size={18} aria-hidden className={css['arrow']} />
            {back.label}
          </Link>
        )}
        <div className={css['titles']}>
          <h1 ref={heading} tabIndex={-1} className={css['title']}>
            {title}
          </h1>
          {actions && <div className={css['actions']}>{actions}</div>}
        </div>
        {lead && <div className={css['lead']}>{lead}</div>}
      </header>
      {children}
    </div>
  );
}

import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { EmberDot } from './ember-dot.tsx';
import css from './notice.module.css';

export interface NoticeProps {
  /** ember: waits for somebody. care: something did not work. */
  tone?: 'plain' | 'ember' | 'care';
  title?: string;
  actions?: ReactNode;
  /** Read aloud when it appears. */
  live?: 'off' | 'polite' | 'assertive';
  children?: ReactNode;
}

/** A short message that belongs to what is beside it. */
export function Notice({ tone = 'plain', title, actions, live = 'off', children }: NoticeProps) {
  const titleId = useId();
  const role = live === 'assertive' ? 'alert' : live === 'polite' ? 'status' : 'group';
  return (
    <div role={role} aria-labelledby={title === undefined ? undefined : titleId} className={css['notice']} data-tone={tone}>
      {tone !== 'plain' && <span className={css['sign']}>{tone === 'care' ? <CircleAlert size={22} aria-hidden /> : <EmberDot />}</span>}
      <div className={css['body']}>
        {title !== undefined && (
          <p id={titleId} className={css['title']}>
            {title}
          </p>
        )}
        {children}
        {actions && <div className={css['actions']}>{actions}</div>}
      </div>
    </div>
  );
}

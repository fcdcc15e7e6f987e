import { Check, CircleAlert, CloudOff, RefreshCw } from 'lucide-react';
import { say } from '#shared/words/say.ts';
import css from './connection-badge.module.css';

export type ConnectionState = 'connecting' | 'saved' | 'saving' | 'offline' | 'unkept' | 'refused';

const signs = { connecting: RefreshCw, saved: Check, saving: RefreshCw, offline: CloudOff, unkept: CloudOff, refused: CircleAlert };

/** Where your words are right now: never more hopeful than the truth. */
export function ConnectionBadge({ state, detail }: { state: ConnectionState; detail?: string }) {
  const Sign = signs[state];
  return (
    <span role="status" className={css['badge']} data-state={state}>
      <Sign size={16} aria-hidden />
      <span className={css['words']}>
        {say(`shell.connection-${state}`)}
        {detail !== undefined && <span className={css['detail']}>{detail}</span>}
      </span>
    </span>
  );
}

import { Link } from 'wouter';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { addresses } from '#client/app/addresses.ts';
import css from './leadership.module.css';

/** The way from a board to its mirror, for those it is for. */
export function ToLeadership({ initiativeId }: { initiativeId: string }) {
  const may = useCan('leadership.read', { initiativeId });
  if (!may.ok) return null;
  return (
    <Link to={addresses.leadership(initiativeId)} className={css['way']}>
      {say('leadership.open')}
    </Link>
  );
}

import { Mountain, Search, Sprout, UserRoundSearch } from 'lucide-react';
import type { BoardElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { useSurroundings } from '../card-context.ts';
import css from './blocker.module.css';
import { SmallerVersion } from './smaller-version.tsx';

/** Four rungs, the nearest first: what needs nobody's leave comes before what needs somebody's. */
export function Ladder({ card }: { card: BoardElement }) {
  const { othersPast, under, bigger } = useSurroundings();
  if (card.kind !== 'blocker') return null;
  return (
    <ol className={css['ladder']} aria-label={say('board.ladder')}>
      <li className={css['rung']}>
        <Sprout size={20} aria-hidden className={css['sign']} />
        <div className={css['step']}>
          <SmallerVersion card={card} />
        </div>
      </li>
      <li className={css['rung']}>
        <Search size={20} aria-hidden className={css['sign']} />
        <div className={css['step']}>
          <p className={css['question']}>{say('board.rung-neighbour')}</p>
          <Disclosure label={say('board.rung-neighbour-look')}>{othersPast(card.values.blockerKind, card.id)}</Disclosure>
        </div>
      </li>
      <li className={css['rung']}>
        <UserRoundSearch size={20} aria-hidden className={css['sign']} />
        <div className={css['step']}>
          <p className={css['question']}>{say('board.rung-sponsor')}</p>
          {under(card)}
        </div>
      </li>
      <li className={css['rung']}>
        <Mountain size={20} aria-hidden className={css['sign']} />
        <div className={css['step']}>
          <p className={css['question']}>{say('board.rung-system')}</p>
          {bigger(card, 'climbing')}
        </div>
      </li>
    </ol>
  );
}

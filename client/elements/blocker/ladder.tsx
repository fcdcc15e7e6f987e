import { Mountain, Search, Sprout, UserRoundSearch } from 'lucide-react';
import { setState } from '#shared/board/board-doc.ts';
import { blocker } from '#shared/elements/blocker/kind.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { hintWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { useSurroundings } from '../card-context.ts';
import { LiveText } from '../live-text.tsx';
import css from './blocker.module.css';

/** Four rungs, the nearest first: what needs nobody's leave comes before what needs somebody's. */
export function Ladder({ card }: { card: BoardElement }) {
  const { othersPast, under } = useSurroundings();
  if (card.kind !== 'blocker') return null;
  return (
    <ol className={css['ladder']} aria-label={say('board.ladder')}>
      <li className={css['rung']}>
        <Sprout size={20} aria-hidden className={css['sign']} />
        <div className={css['step']}>
          <LiveText
            cardId={card.id}
            name="firstRung"
            field={blocker.fields.firstRung}
            label={say('board.rung-smaller')}
            hint={hintWord('blocker', 'firstRung') ?? undefined}
          />
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
          <SystemAsk card={card} />
        </div>
      </li>
    </ol>
  );
}

function SystemAsk({ card }: { card: BoardElement }) {
  const { doc, undo } = useOpenBoard();
  const announce = useAnnounce();
  const is = card.state === 'system-ask';
  function toggle() {
    undo.step();
    setState(doc, card.id, is ? 'stuck' : 'system-ask');
    announce(say(is ? 'board.is-no-system-ask' : 'board.is-system-ask', { title: card.values.title }));
  }
  return (
    <div>
      <Act tone="plain" pressed={is} onClick={toggle}>
        {say('board.system-ask')}
      </Act>
    </div>
  );
}

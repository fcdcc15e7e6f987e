import { Archive, PencilLine, UserPlus } from 'lucide-react';
import type { ReactNode } from 'react';
import { archiveElement } from '#shared/board/board-doc.ts';
import { systemClock } from '#shared/lib/clock.ts';
import type { BoardElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard, useRights } from '#client/board/board-context.ts';
import { Act } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { MoveMenu } from '#client/ui/move-menu.tsx';
import { useSurroundings } from './card-context.ts';
import css from './card.module.css';

export interface CardFootProps {
  card: BoardElement;
  title: string;
  index: number;
  count: number;
  onMove: (to: number) => void;
  isOpen: boolean;
  /** Where to take hold of the card to drag it. */
  handle: ReactNode;
}

/** Who wrote the card, and what can be done with it. */
export function CardFoot({ card, title, index, count, onMove, isOpen, handle }: CardFootProps) {
  const { mayEdit } = useRights();
  const { open, onInvite } = useSurroundings();
  return (
    <footer className={css['foot']}>
      <Written cardId={card.id} />
      {mayEdit && (
        <div className={css['acts']} data-open={isOpen}>
          {isOpen ? (
            <Act tone="plain" label={say('board.done-with', { title })} expanded onClick={() => open(null)}>
              {say('shell.done')}
            </Act>
          ) : (
            <button
              type="button"
              aria-expanded={false}
              aria-label={say('board.write-in', { title })}
              className={css['act']}
              onClick={() => open(card.id)}
            >
              <PencilLine size={18} aria-hidden />
              {say('board.write')}
            </button>
          )}
          {onInvite !== null && (
            <button type="button" aria-label={say('board.invite-to', { title })} className={css['act']} onClick={() => onInvite(card)}>
              <UserPlus size={18} aria-hidden />
              {say('board.invite')}
            </button>
          )}
          {isOpen && <PutAway card={card} title={title} />}
          {count > 1 && <MoveMenu what={title} index={index} count={count} onMove={onMove} />}
          {!isOpen && handle}
        </div>
      )}
    </footer>
  );
}

function Written({ cardId }: { cardId: string }) {
  const { attributionOf } = useSurroundings();
  const written = attributionOf(cardId);
  if (written === null) return null;
  const { addedBy, addedAt, changedBy, changedAt } = written;
  const changed = changedAt !== addedAt && changedBy !== null;
  return (
    <p className={css['written']}>
      {changed && addedBy !== null && addedBy !== changedBy && <span>{say('board.added-by', { who: addedBy })}</span>}
      {changed ? (
        <span>
          {say('board.changed-by', { who: changedBy })} <Ago at={changedAt} />
        </span>
      ) : (
        addedBy !== null && (
          <span>
            {say('board.added-by', { who: addedBy })} <Ago at={addedAt} />
          </span>
        )
      )}
    </p>
  );
}

/** Takes a card off the board. It keeps every word, and comes back with a tap or with undo. */
function PutAway({ card, title }: { card: BoardElement; title: string }) {
  const { doc, undo } = useOpenBoard();
  const { open } = useSurroundings();
  const announce = useAnnounce();
  function putAway() {
    undo.step();
    archiveElement(doc, card.id, systemClock.now());
    open(null);
    announce(say('board.put-away-done', { title }));
  }
  return (
    <button type="button" aria-label={say('board.put-away-what', { title })} className={css['act']} onClick={putAway}>
      <Archive size={18} aria-hidden />
      {say('board.put-away')}
    </button>
  );
}

import { type BoardElement, livelinessOf } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { Age } from '#client/ui/age.tsx';
import { useSurroundings } from '../card-context.ts';
import css from '../card.module.css';

/** How long it has been in the way, and whether there is a way round. */
export function BlockerLead({ card }: { card: BoardElement }) {
  const { attributionOf } = useSurroundings();
  if (card.kind !== 'blocker') return null;
  const since = attributionOf(card.id)?.addedAt;
  return (
    <>
      {livelinessOf(card) === 'open' && since !== undefined && (
        <span className={css['tag']}>
          <Age since={since} waiting label={say('board.in-the-way')} />
        </span>
      )}
      {card.values.workedRound === true && <span className={css['tag']}>{say('board.way-round')}</span>}
    </>
  );
}

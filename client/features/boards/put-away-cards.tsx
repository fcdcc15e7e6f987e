import { restoreElement } from '#shared/board/board-doc.ts';
import { titled } from '#shared/elements/kind.ts';
import { type BoardElement, describeElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { useOpenBoard, useRights } from '#client/board/board-context.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { ago } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { useNow } from '#client/ui/use-now.ts';
import css from './board.module.css';

/** The drawer of a section: cards that were put away, each with its way back. */
export function PutAwayCards({ cards }: { cards: readonly BoardElement[] }) {
  if (cards.length === 0) return null;
  return (
    <Disclosure label={say('board.put-away-list', { count: cards.length })}>
      <ul className={css['drawer']}>
        {cards.map((card) => (
          <PutAwayCard key={card.id} card={card} />
        ))}
      </ul>
    </Disclosure>
  );
}

function PutAwayCard({ card }: { card: BoardElement }) {
  const { doc, undo } = useOpenBoard();
  const { mayEdit } = useRights();
  const now = useNow();
  const announce = useAnnounce();
  const title = titled(card.values.title, say);
  function bringBack() {
    undo.step();
    restoreElement(doc, card.id);
    announce(say('board.brought-back', { title }));
  }
  return (
    <li className={css['away']}>
      <p>
        {describeElement(card, say)} <span className={css['soft']}>{say('board.put-away-on', { ago: ago(card.archivedAt ?? '', now) })}</span>
      </p>
      {mayEdit && (
        <Act tone="quiet" label={say('board.bring-back-what', { title })} onClick={bringBack}>
          {say('board.bring-back')}
        </Act>
      )}
    </li>
  );
}

import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import { moveElement } from '#shared/board/board-doc.ts';
import type { SectionId } from '#shared/elements/kind.ts';
import { kindsIn } from '#shared/elements/registry.ts';
import { kindWord, sectionWord } from '#shared/elements/wording.ts';
import { useOpenBoard, useRights } from '#client/board/board-context.ts';
import { NewCard } from '#client/elements/new-card.tsx';
import { Act } from '#client/ui/act.tsx';
import { Opening } from '#client/ui/opening.tsx';
import css from './board.module.css';
import { PutAwayCards } from './put-away-cards.tsx';
import { SectionFrame } from './section-frame.tsx';
import { SortableCards } from './sortable-cards.tsx';
import { useSectionCards } from './use-section-cards.ts';

/** A section that holds cards: in their order, with what goes here when there are none, and a way to add one of each kind. */
export function CardSection({ section }: { section: SectionId }) {
  const { doc, undo } = useOpenBoard();
  const { mayEdit } = useRights();
  const { cards, putAway } = useSectionCards(section);
  const kinds = kindsIn(section);
  const ids = cards.map(({ id }) => id).join(' ');
  const move = useCallback(
    (cardId: string, to: number) => {
      const others = ids.split(' ').filter((id) => id !== cardId);
      undo.step();
      moveElement(doc, cardId, others[to - 1] ?? null, others[to] ?? null);
    },
    [doc, undo, ids],
  );
  return (
    <SectionFrame section={section} count={cards.length}>
      {cards.length === 0 && kinds[0] !== undefined && <p className={css['empty']}>{kindWord(kinds[0].name, 'empty')}</p>}
      {cards.length > 0 && <SortableCards cards={cards} label={sectionWord(section)} showKind={kinds.length > 1} onMove={move} />}
      {mayEdit && (
        <div className={css['adding']}>
          {kinds.map((kind) => (
            <Opening
              key={kind.name}
              act={(open, toggle) => (
                <Act tone={open ? 'plain' : 'quiet'} icon={<Plus size={18} aria-hidden />} expanded={open} onClick={toggle}>
                  {kindWord(kind.name, 'add')}
                </Act>
              )}
            >
              {(close) => <NewCard kind={kind} onDone={close} />}
            </Opening>
          ))}
        </div>
      )}
      <PutAwayCards cards={putAway} />
    </SectionFrame>
  );
}

import { useCallback } from 'react';
import { moveElement } from '#shared/board/board-doc.ts';
import type { SectionId } from '#shared/elements/kind.ts';
import { kindsIn } from '#shared/elements/registry.ts';
import { kindWord, sectionWord } from '#shared/elements/wording.ts';
import { useOpenBoard, useRights } from '#client/board/board-context.ts';
import { AddCards } from './add-cards.tsx';
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
      {mayEdit && <AddCards kinds={kinds} />}
      <PutAwayCards cards={putAway} />
    </SectionFrame>
  );
}

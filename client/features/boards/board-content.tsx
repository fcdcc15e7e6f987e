import { useEffect, useRef } from 'react';
import type { SectionId } from '#shared/elements/kind.ts';
import { useOpenBoard } from '#client/board/board-context.ts';
import { useUndo } from '#client/board/use-undo.ts';
import { takeArrival } from '#client/ui/arrival.ts';
import { Sections, type SectionSlots } from './board-sections.tsx';
import { PurposeLine } from './purpose-line.tsx';
import { headingId } from './section-frame.tsx';

export interface BoardContentProps {
  current: SectionId | null;
  shown: SectionId | null;
  slots: SectionSlots;
}

/** The board's sections: all of them, or the one on the screen. */
export function BoardContent({ current, shown, slots }: BoardContentProps) {
  const { boardId } = useOpenBoard();
  useUndoKeys();
  useArrival(current, shown);
  return (
    <>
      {shown !== null && shown !== 'purpose' && <PurposeLine id={boardId} lines={2} />}
      <Sections alone={shown} slots={slots} />
    </>
  );
}

/** Ctrl+Z undoes my own last change wherever the focus is, but in a box of one's own. */
function useUndoKeys(): void {
  const { onKeyDown } = useUndo();
  useEffect(() => {
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onKeyDown]);
}

/** Going to a section moves the focus to its heading, and tells the others where I am. */
function useArrival(current: SectionId | null, shown: SectionId | null): void {
  const { where } = useOpenBoard();
  const first = useRef(true);
  useEffect(() => {
    where(shown ?? current, null);
    const arrived = !first.current;
    first.current = false;
    if (current === null) return;
    const heading = document.getElementById(headingId(current));
    if (shown === null) heading?.scrollIntoView({ block: 'start' });
    if (!arrived) return;
    takeArrival();
    heading?.focus({ preventScroll: true });
  }, [current, shown, where]);
}

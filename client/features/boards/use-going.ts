import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocation } from 'wouter';
import type { SectionId } from '#shared/elements/kind.ts';
import { kindNamed } from '#shared/elements/registry.ts';
import { addresses } from '#client/app/addresses.ts';
import type { OpenBoard } from '#client/board/board-context.ts';

const never = () => () => undefined;

/** Takes somebody to a card: over to its section where one section is shown at a time, then to the card itself. An address may name a card too. */
export function useGoing(id: string, open: OpenBoard | null, shown: SectionId | null): (cardId: string) => void {
  const [, navigate] = useLocation();
  const [goal, setGoal] = useState(() => /^#card-(.+)$/.exec(location.hash)?.[1] ?? null);
  const cards = useSyncExternalStore(open?.cards.subscribe ?? never, open?.cards.all ?? nothing);
  const card = goal === null ? undefined : cards.find((one) => one.id === goal);
  const section = card === undefined ? undefined : kindNamed(card.kind)?.section;
  useEffect(() => {
    if (goal === null || section === undefined) return;
    if (shown !== null && shown !== section) return navigate(addresses.boardSection(id, section));
    const there = document.getElementById(`card-${goal}`);
    there?.scrollIntoView({ block: 'center' });
    there?.focus({ preventScroll: true });
    setGoal(null);
  }, [goal, section, shown, id, navigate]);
  return setGoal;
}

const none: readonly never[] = [];
function nothing(): readonly never[] {
  return none;
}

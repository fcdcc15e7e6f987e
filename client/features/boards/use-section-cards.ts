import { useMemo } from 'react';
import type { SectionId } from '#shared/elements/kind.ts';
import { type BoardElement, kindNamed, livelinessOf } from '#shared/elements/registry.ts';
import { useCards } from '#client/board/use-cards.ts';

/** The cards of one section in their order, and those that were put away, the latest first. */
export function useSectionCards(section: SectionId): { cards: readonly BoardElement[]; putAway: readonly BoardElement[] } {
  const all = useCards();
  return useMemo(() => {
    const here = all.filter((card) => kindNamed(card.kind)?.section === section);
    const away = here.filter((card) => card.archivedAt !== null);
    return {
      cards: here.filter((card) => card.archivedAt === null),
      putAway: away.sort((a, b) => ((a.archivedAt ?? '') < (b.archivedAt ?? '') ? 1 : -1)),
    };
  }, [all, section]);
}

export interface SectionSize {
  readonly cards: number;
  /** Something here is open: a blocker that is stuck, a question without an answer. */
  readonly alive: boolean;
}

/** How much there is in each section. */
export function sizesOf(cards: readonly BoardElement[]): ReadonlyMap<SectionId, SectionSize> {
  const sizes = new Map<SectionId, SectionSize>();
  for (const card of cards) {
    const section = kindNamed(card.kind)?.section;
    if (section === undefined || card.archivedAt !== null) continue;
    const before = sizes.get(section) ?? { cards: 0, alive: false };
    sizes.set(section, { cards: before.cards + 1, alive: before.alive || (card.kind === 'blocker' && livelinessOf(card) === 'open') });
  }
  return sizes;
}

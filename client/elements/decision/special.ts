/** A decision: who agrees is asked of each and kept in rows; what was once written about that by hand stays readable. */
import type { BoardElement } from '#shared/elements/registry.ts';

const byHand = ['consent', 'objections'] as const;

export const decisionCard = {
  hides(card: BoardElement): readonly string[] {
    if (card.kind !== 'decision') return [];
    const { values } = card;
    return byHand.filter((name) => values[name] === null || values[name] === '');
  },
};

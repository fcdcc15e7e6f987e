/** A test of change: nothing is asked about what happened before it has begun, so that the prediction comes first. */
import type { BoardElement } from '#shared/elements/registry.ts';

const afterwards = ['whatHappened', 'asWeThought', 'whatWeLearned', 'next'] as const;

export const testCard = {
  hides(card: BoardElement): readonly string[] {
    if (card.kind !== 'test-of-change' || card.state !== 'planned') return [];
    const { values } = card;
    return afterwards.filter((name) => values[name] === null || values[name] === '');
  },
};

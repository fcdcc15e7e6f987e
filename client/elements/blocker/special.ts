import type { BoardElement } from '#shared/elements/registry.ts';
import { FreeBlocker } from './free-blocker.tsx';
import { BlockerLead } from './lead.tsx';
import { RaiseBlocker } from './raise-blocker.tsx';
import { BlockerUnder } from './under.tsx';

/** A blocker: it waits in public, climbs a ladder, and tells how it was freed. */
export const blockerCard = {
  Lead: BlockerLead,
  Under: BlockerUnder,
  Adding: RaiseBlocker,
  before: { freed: FreeBlocker },
  /** Once it is freed, how it was freed is what the next team looks for. */
  leads: (card: BoardElement): readonly string[] => (card.state === 'freed' ? ['how'] : []),
  hides(card: BoardElement, how: 'read' | 'write'): readonly string[] {
    if (card.kind !== 'blocker') return [];
    const tellsHow = card.state === 'freed' || card.values.how.trim() !== '';
    return [...(tellsHow ? [] : ['how']), ...(how === 'read' ? ['workedRound'] : [])];
  },
};

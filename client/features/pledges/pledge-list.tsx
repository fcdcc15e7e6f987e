import type { Pledge } from '#shared/features/pledges/model.ts';
import { CardList } from '#client/ui/card-list.tsx';
import { PledgeCard } from './pledge-card.tsx';

export interface PledgeListProps {
  items: readonly Pledge[];
  label: string;
  /** Each pledge says which initiative it is for. */
  withInitiative?: boolean;
  onDone: (sentence: string) => void;
}

export function PledgeList({ items, label, withInitiative = false, onDone }: PledgeListProps) {
  return (
    <CardList label={label}>
      {items.map((pledge) => (
        <PledgeCard key={pledge.id} pledge={pledge} withInitiative={withInitiative} onDone={onDone} />
      ))}
    </CardList>
  );
}

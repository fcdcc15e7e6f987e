import type { Pledge } from '#shared/features/pledges/model.ts';
import { PledgeCard } from './pledge-card.tsx';
import css from './pledges.module.css';

export interface PledgeListProps {
  items: readonly Pledge[];
  label: string;
  /** Each pledge says which initiative it is for. */
  withInitiative?: boolean;
  onDone: (sentence: string) => void;
}

export function PledgeList({ items, label, withInitiative = false, onDone }: PledgeListProps) {
  return (
    <ul aria-label={label} className={css['list']}>
      {items.map((pledge) => (
        <PledgeCard key={pledge.id} pledge={pledge} withInitiative={withInitiative} onDone={onDone} />
      ))}
    </ul>
  );
}

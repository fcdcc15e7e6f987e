import { type ReactNode, useId } from 'react';
import { say } from '#shared/words/say.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { countFilters, noFilters, type WallFilters } from './filters.ts';
import { SparkCardOnWall } from './spark-card.tsx';
import { useWall } from './use-wall.ts';
import css from './wall.module.css';

export interface SparkListProps {
  filters: WallFilters;
  onChange: (change: Partial<WallFilters>) => void;
}

/** The sparks of the wall, newest first. */
export function SparkList({ filters, onChange }: SparkListProps) {
  const titleId = useId();
  const { cards, mayRead, isPending, isFetchingNextPage, error, hasNextPage, fetchNextPage, refetch } = useWall(filters);
  return (
    <section aria-labelledby={titleId} className={css['list-part']}>
      <h2 id={titleId} className={css['list-title']}>
        {say('sparks.list')}
      </h2>
      {!mayRead.ok ? (
        <EmptyState title={say('sparks.list-sign-in')} action={<LinkAct to={addresses.signIn(addresses.wall())}>{say('shell.to-sign-in')}</LinkAct>}>
          {say('sparks.list-sign-in-why')}
        </EmptyState>
      ) : (
        <>
          {isPending && !error && <Loading what={say('sparks.list-sparks')} lines={6} />}
          <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />
          {!isPending && cards.length === 0 && !error && <NoSparks filters={filters} onChange={onChange} />}
          <ul className={css['list']}>
            {cards.map((card) => (
              <SparkCardOnWall key={card.id} spark={card} />
            ))}
          </ul>
          {hasNextPage && (
            <Act tone="plain" full busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {say('sparks.list-more')}
            </Act>
          )}
        </>
      )}
    </section>
  );
}

function NoSparks({ filters, onChange }: SparkListProps): ReactNode {
  if (countFilters(filters) === 0) return <EmptyState title={say('sparks.list-empty')}>{say('sparks.list-empty-why')}</EmptyState>;
  return (
    <EmptyState
      title={say('sparks.list-none')}
      action={
        <Act tone="plain" onClick={() => onChange(noFilters)}>
          {say('sparks.list-clear')}
        </Act>
      }
    >
      {say('sparks.list-none-why')}
    </EmptyState>
  );
}

/** What I stand behind; where the purpose has changed since, first. */
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { addresses } from '#client/app/addresses.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { EndorsementCard } from './endorsement-card.tsx';
import css from './endorsements.module.css';

/** One page watches 60 topics at most. */
const watched = 40;

/** `since` says what moved in an initiative since I looked. */
export function MyEndorsements({ since }: { since: (initiativeId: string) => ReactNode }) {
  const mine = useQuery(api.endorsements.mine.queryOptions());
  const { here, done } = useDone();
  const items = (mine.data?.items ?? []).toSorted((a, b) => Number(b.changedSince) - Number(a.changedSince));
  useTopics(
    items.slice(0, watched).map((item) => `initiative:${item.initiativeId}/head` as const),
    [api.endorsements.mine.key(), api.initiatives.read.key()],
  );
  return (
    <Section title={say('sponsor.endorsements')} hint={items.some((item) => item.changedSince) ? say('sponsor.endorsements-hint') : undefined}>
      <Fetching query={mine} what={say('sponsor.endorsements')} lines={2} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {mine.data && items.length === 0 && (
          <EmptyState
            title={say('sponsor.endorsements-none')}
            action={
              <LinkAct tone="plain" to={addresses.initiatives()}>
                {say('sponsor.to-initiatives')}
              </LinkAct>
            }
          >
            {say('sponsor.endorsements-none-why')}
          </EmptyState>
        )}
        {items.length > 0 && (
          <CardList label={say('sponsor.endorsements')}>
            {items.map((item) => (
              <EndorsementCard key={item.initiativeId} endorsement={item} title={item.title} since={since(item.initiativeId)} onDone={done} />
            ))}
          </CardList>
        )}
      </div>
    </Section>
  );
}

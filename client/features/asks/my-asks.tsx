/** Asks put to me: those that wait, the oldest first; then what I have answered. */
import { useQuery } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { CardList } from '#client/ui/card-list.tsx';
import { Column } from '#client/ui/column.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { AskCard } from './ask-card.tsx';

export function MyAsks() {
  const mine = useQuery(api.asks.mine.queryOptions());
  const { here, done } = useDone();
  const items = mine.data?.items ?? [];
  const waiting = items.filter((ask) => ask.answer === null);
  const answered = items.filter((ask) => ask.answer !== null);
  const cards = (asks: typeof items) => asks.map((ask) => <AskCard key={ask.id} ask={ask} alone onDone={done} />);
  return (
    <Section title={say('sponsor.asks')} hint={waiting.length > 1 ? say('sponsor.asks-hint') : undefined}>
      <Fetching query={mine} what={say('sponsor.asks')} lines={3} />
      <Column at={here}>
        {mine.data && waiting.length === 0 && <EmptyState title={say('sponsor.asks-none')}>{say('sponsor.asks-none-why')}</EmptyState>}
        {waiting.length > 0 && <CardList label={say('sponsor.asks')}>{cards(waiting)}</CardList>}
      </Column>
      {answered.length > 0 && (
        <Disclosure label={say('sponsor.asks-answered', { count: answered.length })}>
          <CardList label={say('sponsor.asks-answered', { count: answered.length })}>{cards(answered)}</CardList>
        </Disclosure>
      )}
    </Section>
  );
}

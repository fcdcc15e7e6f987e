/** Asks put to me: those that wait, the oldest first; then what I have answered. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Section } from '#client/ui/section.tsx';
import { AskCard } from './ask-card.tsx';
import css from './asks.module.css';

export function MyAsks() {
  const mine = useQuery(api.asks.mine.queryOptions());
  const announce = useAnnounce();
  const here = useRef<HTMLDivElement>(null);
  const items = mine.data?.items ?? [];
  const waiting = items.filter((ask) => ask.answer === null);
  const answered = items.filter((ask) => ask.answer !== null);
  function done(sentence: string) {
    announce(sentence);
    here.current?.focus();
  }
  const cards = (asks: typeof items) => asks.map((ask) => <AskCard key={ask.id} ask={ask} alone onDone={done} />);
  return (
    <Section title={say('sponsor.asks')} hint={waiting.length > 1 ? say('sponsor.asks-hint') : undefined}>
      <Fetching query={mine} what={say('sponsor.asks')} lines={3} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {mine.data && waiting.length === 0 && <EmptyState title={say('sponsor.asks-none')}>{say('sponsor.asks-none-why')}</EmptyState>}
        {waiting.length > 0 && (
          <ul aria-label={say('sponsor.asks')} className={css['list']}>
            {cards(waiting)}
          </ul>
        )}
      </div>
      {answered.length > 0 && (
        <Disclosure label={say('sponsor.asks-answered', { count: answered.length })}>
          <ul aria-label={say('sponsor.asks-answered', { count: answered.length })} className={css['list']}>
            {cards(answered)}
          </ul>
        </Disclosure>
      )}
    </Section>
  );
}

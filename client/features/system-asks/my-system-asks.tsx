/** On my own page: what I take where it will be heard, unanswered first. */
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { CardList } from '#client/ui/card-list.tsx';
import { SystemAskCard } from './system-ask-card.tsx';

/** Nothing is drawn for somebody who takes nothing there: most people never will. */
export function MySystemAsks() {
  const { data } = useQuery(api.systemAsks.mine.queryOptions());
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={say('systemAsks.mine-title')} hint={say('systemAsks.mine-open')}>
      <CardList label={say('systemAsks.mine-title')}>
        {items.map((ask) => (
          <SystemAskCard key={ask.id} ask={ask} />
        ))}
      </CardList>
      <p>
        <Link to={addresses.systemAsks()}>{say('systemAsks.see-all')}</Link>
      </p>
    </Section>
  );
}

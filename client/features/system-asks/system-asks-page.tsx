import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Page } from '#client/ui/page.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { Section } from '#client/ui/section.tsx';
import { say } from '#shared/words/say.ts';
import { type BlockerKind, kindOptions } from './kinds.ts';
import { SystemAskCard } from './system-ask-card.tsx';
import type { SystemAsk } from './use-system-asks.ts';

/** What is bigger than one team, across the place: what waits, and what was answered. */
export function SystemAsksPage() {
  const [kind, setKind] = useState<BlockerKind | ''>('');
  useTopics(['system-asks'], [api.systemAsks.list.key()]);
  const list = useQuery(api.systemAsks.list.queryOptions({ input: kind === '' ? {} : { kind }, placeholderData: keepPreviousData }));
  const items = list.data?.items ?? [];
  const none = list.data !== undefined && items.length === 0;
  return (
    <Page title={say('systemAsks.title')} lead={say('systemAsks.lead')}>
      {(items.length > 0 || kind !== '') && (
        <Pick<BlockerKind>
          label={say('systemAsks.kind-pick')}
          value={kind}
          empty={say('systemAsks.kind-any')}
          options={kindOptions}
          onChange={setKind}
        />
      )}
      <Fetching query={list} what={say('systemAsks.list')} lines={5} />
      {none && kind !== '' && <p role="status">{say('systemAsks.none-of-kind')}</p>}
      {none && kind === '' && (
        <EmptyState title={say('systemAsks.none-title')} action={<LinkAct to={addresses.initiatives()}>{say('systemAsks.to-initiatives')}</LinkAct>}>
          {say('systemAsks.none-why')}
        </EmptyState>
      )}
      <Part title={say('systemAsks.waiting')} items={items.filter((ask) => ask.answer === null)} />
      <Part title={say('systemAsks.answered')} items={items.filter((ask) => ask.answer !== null)} />
      <p>
        <Link to={addresses.waits()}>{say('shell.to-waits')}</Link>
      </p>
    </Page>
  );
}

function Part({ title, items }: { title: string; items: readonly SystemAsk[] }) {
  if (items.length === 0) return null;
  return (
    <Section title={title}>
      <CardList label={title}>
        {items.map((ask) => (
          <SystemAskCard key={ask.id} ask={ask} />
        ))}
      </CardList>
    </Section>
  );
}

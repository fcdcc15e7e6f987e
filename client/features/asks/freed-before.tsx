/** "How others got past this": freed blockers that tell how, of one kind or holding some words. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { Link } from 'wouter';
import { say } from '#shared/words/say.ts';
import { choiceWord } from '#shared/elements/wording.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Card } from '#client/ui/card.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { Column } from '#client/ui/column.tsx';
import css from './asks.module.css';

export interface FreedBeforeProps {
  /** A kind of blocker; null for all. */
  kind: string | null;
  /** The blocker it is shown beside, which is no help to itself. */
  besides?: string;
}

export function FreedBefore({ kind, besides }: FreedBeforeProps) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const freed = useQuery(api.asks.freed.queryOptions({ input: { kind: kind ?? '', search }, placeholderData: keepPreviousData }));
  const items = (freed.data?.items ?? []).filter((item) => item.elementId !== besides);
  return (
    <Column>
      <TextLine type="search" label={say('asks.freed-search')} value={words} onChange={setWords} maxLength={100} autoComplete="off" />
      <ProblemNotice problem={freed.error ? problemFrom(freed.error) : null} />
      {freed.isPending && <Loading what={say('asks.freed-title')} lines={2} />}
      {freed.data && items.length === 0 && (
        <p role="status" className={css['soft']}>
          {say(search === '' ? 'asks.freed-empty' : 'asks.freed-none')}
        </p>
      )}
      {items.length > 0 && (
        <CardList label={say('asks.freed-title')}>
          {items.map((item) => (
            <Card as="li" key={item.elementId}>
              <p className={css['blocker']}>{item.title}</p>
              <p className={css['message']}>{item.how}</p>
              <p className={css['soft']}>
                {item.kind !== '' && kind === null && `${choiceWord('blocker', 'blockerKind', item.kind)} · `}
                <Link to={addresses.boardSection(item.initiative.id, 'blockers')}>{say('asks.freed-in', { title: item.initiative.title })}</Link>
              </p>
            </Card>
          ))}
        </CardList>
      )}
    </Column>
  );
}

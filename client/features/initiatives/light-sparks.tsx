import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '#client/api/api.ts';
import { Act } from '#client/ui/act.tsx';
import { Card } from '#client/ui/card.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { say } from '#shared/words/say.ts';
import type { Spark } from './light-form.tsx';
import css from './light-sparks.module.css';

/** The sparks it begins with; more can be added, and all but one left out. */
export function LightSparks({ sparks, onSparks }: { sparks: readonly Spark[]; onSparks: (ids: readonly string[]) => void }) {
  const ids = sparks.map((spark) => spark.id);
  return (
    <Card tone="ember">
      <h2 className={css['title']}>{say('initiatives.light-sparks')}</h2>
      <ul className={css['sparks']}>
        {sparks.map(({ id, title }) => (
          <li key={id} className={css['spark']}>
            <span>{title}</span>
            {sparks.length > 1 && (
              <Act tone="quiet" label={say('initiatives.light-remove-label', { title })} onClick={() => onSparks(ids.filter((one) => one !== id))}>
                {say('initiatives.light-remove')}
              </Act>
            )}
          </li>
        ))}
      </ul>
      {sparks.length < 20 && (
        <Disclosure label={say('initiatives.light-more')}>
          <FindSpark without={ids} onFound={(id) => onSparks([...ids, id])} />
        </Disclosure>
      )}
    </Card>
  );
}

function FindSpark({ without, onFound }: { without: readonly string[]; onFound: (id: string) => void }) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data } = useQuery(
    api.sparks.list.queryOptions({ input: { search, state: 'open', limit: 10 }, enabled: search.length > 1, placeholderData: (before) => before }),
  );
  const found = search.length > 1 ? (data?.items ?? []).filter((spark) => !without.includes(spark.id)).slice(0, 5) : [];
  return (
    <div className={css['find']}>
      <TextLine label={say('initiatives.light-find')} type="search" value={words} onChange={setWords} maxLength={200} autoComplete="off" />
      <div aria-live="polite">
        {search.length > 1 && data && found.length === 0 && <p>{say('initiatives.light-found-none')}</p>}
        <ul className={css['sparks']}>
          {found.map(({ id, title }) => (
            <li key={id} className={css['spark']}>
              <span>{title}</span>
              <Act tone="quiet" label={say('initiatives.light-add-label', { title })} onClick={() => onFound(id)}>
                {say('initiatives.light-add')}
              </Act>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

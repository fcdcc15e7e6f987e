import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useRef, useState } from 'react';
import type { PersonCard } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Face } from '#client/ui/face.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import css from './spark.module.css';

const most = 10;

export interface WriteToProps {
  people: readonly PersonCard[];
  onChange: (people: readonly PersonCard[]) => void;
}

/** Picks people a reply is written to by name; they are told of it at once. */
export function WriteTo({ people, onChange }: WriteToProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <div ref={box}>
      <Disclosure label={say('noticesPage.write-to')}>
        {people.length > 0 && (
          <ul className={css['replies']} aria-label={say('noticesPage.write-to-people')}>
            {people.map((one) => (
              <li key={one.id} className={css['facts']}>
                <Face person={one} size="small" note={one.title ?? one.group} />
                <Act
                  tone="quiet"
                  onClick={() => {
                    onChange(people.filter((other) => other.id !== one.id));
                    box.current?.querySelector('input')?.focus();
                  }}
                >
                  {say('noticesPage.write-to-remove', { name: one.label })}
                </Act>
              </li>
            ))}
          </ul>
        )}
        {people.length < most && <FindSomebody without={people} onFound={(one) => onChange([...people, one])} />}
      </Disclosure>
    </div>
  );
}

function FindSomebody({ without, onFound }: { without: readonly PersonCard[]; onFound: (person: PersonCard) => void }) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.replace(/^@/, '').trim());
  const found = useQuery(api.people.find.queryOptions({ input: { search }, enabled: search.length > 1, placeholderData: keepPreviousData }));
  const items = search.length > 1 ? (found.data?.items ?? []).filter((one) => !without.some((other) => other.id === one.id)) : [];
  const asked = search.length > 1 && found.data !== undefined;
  return (
    <>
      <TextLine
        type="search"
        label={say('noticesPage.write-to-find')}
        hint={say('noticesPage.write-to-hint')}
        value={words}
        onChange={setWords}
        autoComplete="off"
        maxLength={80}
      />
      {asked && (
        <p role="status" className={css['quiet']}>
          {items.length === 0 ? say('noticesPage.write-to-none') : say('noticesPage.write-to-found', { count: items.length })}
        </p>
      )}
      <ul className={css['replies']} aria-label={say('noticesPage.write-to')}>
        {items.slice(0, 6).map((one) => (
          <li key={one.id} className={css['facts']}>
            <Face person={one} size="small" note={one.title ?? one.group} />
            <Act
              tone="plain"
              onClick={() => {
                setWords('');
                onFound(one);
              }}
            >
              {say('noticesPage.write-to-add', { name: one.label })}
            </Act>
          </li>
        ))}
      </ul>
      <ProblemNotice problem={found.error ? problemFrom(found.error) : null} />
    </>
  );
}

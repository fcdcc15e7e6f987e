import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { VisuallyHidden } from '@mantine/core';
import { useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import type { PersonCard } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Column } from '#client/ui/column.tsx';
import { Face } from '#client/ui/face.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import css from './asks.module.css';

export interface FindPersonProps {
  person: PersonCard | null;
  onChoose: (person: PersonCard | null) => void;
  error: string | undefined;
  /** What is asked; "Who could free it?" when left out. */
  label?: string;
  /** Everything the search says, where it does more than ask. */
  words?: FindPersonWords;
}

/** What the search says; asking somebody, unless told otherwise. */
export interface FindPersonWords {
  readonly label: string;
  readonly hint: string;
  readonly chosen: string;
  readonly choose: (name: string) => string;
}

function asking(): FindPersonWords {
  return { label: say('asks.who'), hint: say('asks.who-hint'), chosen: say('asks.chosen'), choose: (name) => say('asks.who-choose', { name }) };
}

/** Finds somebody by the name or role they show, and chooses them. */
export function FindPerson({ person, onChoose, error, label = say('asks.who'), words = { ...asking(), label } }: FindPersonProps) {
  const box = useRef<HTMLDivElement>(null);
  const [moveFocus, setMoveFocus] = useState(false);
  // What was pressed is gone after a choice: the focus goes to what has taken its place.
  useEffect(() => {
    if (moveFocus) box.current?.querySelector<HTMLElement>('button, input')?.focus();
    setMoveFocus(false);
  }, [moveFocus]);
  function choose(chosen: PersonCard | null) {
    onChoose(chosen);
    setMoveFocus(true);
  }
  return (
    <div ref={box}>
      {person === null ? (
        <Search onChoose={choose} error={error} said={words} />
      ) : (
        <Chosen person={person} error={error} label={words.chosen} onAnother={() => choose(null)} />
      )}
    </div>
  );
}

interface ChosenProps {
  person: PersonCard;
  error: string | undefined;
  label: string;
  onAnother: () => void;
}

function Chosen({ person, error, label, onAnother }: ChosenProps) {
  const id = useId();
  return (
    <div role="group" aria-labelledby={id} className={css['chosen']}>
      <p id={id} className={css['label']}>
        {label}
      </p>
      <div className={css['person']}>
        <Face person={person} note={person.title ?? person.group} />
        <Act tone="plain" onClick={onAnother}>
          {say('asks.choose-another')}
        </Act>
      </div>
      {error !== undefined && <p className={css['error']}>{error}</p>}
    </div>
  );
}

interface SearchProps {
  onChoose: (person: PersonCard) => void;
  error: string | undefined;
  said: FindPersonWords;
}

function Search({ onChoose, error, said }: SearchProps) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const found = useQuery(api.people.find.queryOptions({ input: { search }, enabled: search.length > 1, placeholderData: keepPreviousData }));
  const items = search.length > 1 ? (found.data?.items ?? []) : [];
  const none = search.length > 1 && found.data !== undefined && items.length === 0;
  return (
    <Column>
      <TextLine type="search" label={said.label} hint={said.hint} error={error} value={words} onChange={setWords} autoComplete="off" maxLength={80} />
      <VisuallyHidden aria-live="polite">{items.length > 0 ? say('asks.who-found', { count: items.length }) : ''}</VisuallyHidden>
      {none && (
        <p role="status" className={css['soft']}>
          {say('asks.who-none')}
        </p>
      )}
      {items.length > 0 && (
        <ul className={css['found']} aria-label={say('asks.who-found', { count: items.length })}>
          {items.slice(0, 8).map((one) => (
            <li key={one.id}>
              <button
                type="button"
                className={css['pick']}
                aria-label={said.choose([one.label, one.title ?? one.group].filter(Boolean).join(', '))}
                onClick={() => onChoose(one)}
              >
                <Face person={one} note={one.title ?? one.group} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProblemNotice problem={found.error ? problemFrom(found.error) : null} />
    </Column>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Face } from '#client/ui/face.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { say } from '#shared/words/say.ts';
import css from './find-person.module.css';

export type Found = Awaited<ReturnType<Calls['people']['find']>>['items'][number];

/** Looks for somebody by the name or role they show, and takes one. */
export function FindPerson({ without, onFound }: { without: readonly string[]; onFound: (person: Found) => void }) {
  const [words, setWords] = useState('');
  const search = useDeferredValue(words.trim());
  const { data, error } = useQuery(
    api.people.find.queryOptions({ input: { search }, enabled: search.length > 1, placeholderData: (before) => before }),
  );
  const found = search.length > 1 ? (data?.items ?? []).filter((person) => !without.includes(person.id)).slice(0, 6) : [];
  function take(person: Found) {
    setWords('');
    onFound(person);
  }
  return (
    <div className={css['find']}>
      <TextLine
        label={say('initiatives.find-people')}
        hint={say('initiatives.find-people-hint')}
        type="search"
        value={words}
        onChange={setWords}
        maxLength={80}
        autoComplete="off"
      />
      <ProblemNotice problem={error ? problemFrom(error) : null} />
      <div aria-live="polite">
        {search.length > 1 && data && found.length === 0 && <p>{say('initiatives.find-none')}</p>}
        {found.length > 0 && (
          <ul className={css['people']}>
            {found.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                act={say('initiatives.find-choose')}
                label={say('initiatives.find-choose-label', { who: person.label })}
                onAct={() => take(person)}
              />
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

/** Somebody with one act beside them. */
export function PersonRow({
  person,
  note,
  act,
  label,
  onAct,
}: {
  person: Pick<Found, 'id' | 'label' | 'group'>;
  note?: string;
  act: string;
  label: string;
  onAct: () => void;
}) {
  return (
    <li className={css['person']}>
      <Face person={person} size="small" note={note ?? person.group ?? undefined} />
      <Act tone="quiet" label={label} onClick={onAct}>
        {act}
      </Act>
    </li>
  );
}

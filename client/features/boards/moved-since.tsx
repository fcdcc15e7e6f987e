import { useQuery } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import css from './activity.module.css';
import { EntryLine } from './entry-line.tsx';

const shown = 5;

/** Away from the board: how much moved there since I looked, and the latest of it. Reading it here is not looking: the board tells it again. */
export function MovedSince({ id }: { id: string }) {
  // Not kept: the board asks the same question, and has to hear the answer of that moment.
  const { data } = useQuery({ ...api.boards.moved.queryOptions({ input: { id } }), gcTime: 0 });
  if (data === undefined || data.since === null || data.items.length === 0) return null;
  const more = data.items.length - shown;
  return (
    <Disclosure label={say('board.moved-count', { count: data.items.length })}>
      <ul className={css['list']}>
        {data.items.slice(0, shown).map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
      {more > 0 && <p className={css['when']}>{say('board.moved-more', { count: more })}</p>}
    </Disclosure>
  );
}

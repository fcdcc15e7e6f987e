import { useId, useState } from 'react';
import { say } from '#shared/words/say.ts';
import { Act } from '#client/ui/act.tsx';
import { ago } from '#client/ui/dates.ts';
import { useNow } from '#client/ui/use-now.ts';
import css from './activity.module.css';
import { EntryLine } from './entry-line.tsx';
import { useMoved } from './use-board-answers.ts';

const shown = 4;

/** What others moved since I looked, in a few plain sentences; the rest is one tap away. */
export function MovedStrip({ id, onAll, onGo }: { id: string; onAll: () => void; onGo: (cardId: string) => void }) {
  const moved = useMoved(id);
  const now = useNow();
  const titleId = useId();
  const [seen, setSeen] = useState(false);
  if (moved === null || moved.since === null || moved.items.length === 0 || seen) return null;
  const more = moved.items.length - shown;
  return (
    <section aria-labelledby={titleId} className={css['moved']}>
      <h2 id={titleId} className={css['moved-title']}>
        {say('board.moved-since', { ago: ago(moved.since, now) })}
      </h2>
      <ul className={css['list']}>
        {moved.items.slice(0, shown).map((entry) => (
          <EntryLine key={entry.id} entry={entry} onGo={onGo} />
        ))}
      </ul>
      <div className={css['acts']}>
        {more > 0 && (
          <Act tone="quiet" onClick={onAll}>
            {say('board.moved-more', { count: more })}
          </Act>
        )}
        <Act tone="quiet" onClick={() => setSeen(true)}>
          {say('board.moved-seen')}
        </Act>
      </div>
    </section>
  );
}

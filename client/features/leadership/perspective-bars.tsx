import type { ShownMirror } from '#shared/features/leadership/model.ts';
import { say } from '#shared/words/say.ts';
import css from './leadership.module.css';
import { percent } from '#client/ui/percent.ts';

/** One row a perspective: what share of the people did what share of it all. The bars say what the words say. */
export function PerspectiveBars({ perspectives }: { perspectives: ShownMirror['perspectives'] }) {
  if (perspectives.state !== 'shown') return <p>{say(`leadership.shares-${perspectives.state}`)}</p>;
  if (perspectives.items.every(({ shares }) => shares === null)) return <p>{say('leadership.shares-none')}</p>;
  return (
    <ul className={css['bars']}>
      {perspectives.items.map(({ perspective, shares }) => (
        <li key={perspective} className={css['bar']}>
          <p className={css['name']}>{say(`people.perspective-${perspective}`)}</p>
          {shares === null ? (
            <p className={css['soft']}>{say('leadership.share-small')}</p>
          ) : (
            <div className={css['shares']}>
              <span aria-hidden className={css['acts']} style={{ inlineSize: percent(shares.acts) }} />
              <p>{say('leadership.share-acts', { acts: percent(shares.acts) })}</p>
              <span aria-hidden className={css['people']} style={{ inlineSize: percent(shares.people) }} />
              <p className={css['soft']}>{say('leadership.share-people', { people: percent(shares.people) })}</p>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

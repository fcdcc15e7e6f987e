import type { Pledge } from '#shared/features/pledges/model.ts';
import { say } from '#shared/words/say.ts';
import { Ago } from '#client/ui/age.tsx';
import { calendarDay } from '#client/ui/dates.ts';
import css from './pledges.module.css';

/** Where it stood on the way, the first word first, with each day it was moved from. */
export function News({ pledge: { news, person } }: { pledge: Pledge }) {
  if (news.length === 0) return null;
  return (
    <ol className={css['news']} aria-label={say('pledges.news', { name: person.label })}>
      {news.map(({ id, line, at, moved }) => (
        <li key={id}>
          <p>
            {line}{' '}
            <span className={css['soft']}>
              · <Ago at={at} />
            </span>
          </p>
          {moved && <p className={css['soft']}>{say('pledges.moved-to', { from: dayOf(moved.from), to: dayOf(moved.to) })}</p>}
        </li>
      ))}
    </ol>
  );
}

function dayOf(day: string | null): string {
  return day === null ? say('pledges.some-day') : calendarDay(day);
}

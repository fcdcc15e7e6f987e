import type { RoomWords } from '#shared/features/rooms/model.ts';
import { say } from '#shared/words/say.ts';
import { calendarDay } from '#client/ui/dates.ts';
import css from './rooms.module.css';

/** What a cover says, to be read from top to bottom. */
export function RoomWordsRead({ words: { what, where, until, safe, callMe }, answers }: { words: RoomWords; answers: string }) {
  return (
    <div className={css['cover']}>
      <p className={css['what']}>{what}</p>
      <dl className={css['facts']}>
        <div className={css['fact']}>
          <dt>{say('rooms.at-place')}</dt>
          <dd>{where}</dd>
        </div>
        <div className={css['fact']}>
          <dt>{say('rooms.until-day')}</dt>
          <dd>{calendarDay(until)}</dd>
        </div>
        <div className={css['fact']}>
          <dt>{say('rooms.keep-safe')}</dt>
          <dd>
            <ol className={css['safe']}>
              {safe.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          </dd>
        </div>
        <div className={css['fact']}>
          <dt>{say('rooms.call-me')}</dt>
          <dd>{callMe}</dd>
        </div>
      </dl>
      <p className={css['answers']}>{say('rooms.answers', { name: answers })}</p>
    </div>
  );
}

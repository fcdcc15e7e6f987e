import { useQuery } from '@tanstack/react-query';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { useNow } from '#client/ui/use-now.ts';
import { ago } from '#client/ui/dates.ts';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './bring-in.module.css';
import { UndoBringIn } from './undo-bring-in.tsx';

/** What was brought in before, each with its way back. */
export function EarlierBringIns() {
  const { data, error } = useQuery(api.sparks.bringIns.queryOptions());
  const now = useNow();
  if (error) return <ProblemNotice problem={problemFrom(error)} />;
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Section title={say('sparks.bring-in-earlier')}>
      <ul className={css['earlier']}>
        {data.items.map((one) => (
          <li key={one.id} className={css['one']}>
            <span>
              <strong>{one.fileName}</strong>
              <br />
              <span className={css['quiet']}>
                {say('sparks.bring-in-earlier-line', { count: one.count, when: ago(one.at, now) })}
                {one.undoneAt !== null && `, ${say('sparks.bring-in-taken-back', { when: ago(one.undoneAt, now) })}`}
              </span>
            </span>
            {one.undoneAt === null && <UndoBringIn bringIn={one} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { MyWishes } from '#shared/features/notices/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import css from './notices.module.css';

/** What I hear nothing of, and the way back. */
export function Muted({ muted }: { muted: MyWishes['muted'] }) {
  const queries = useQueryClient();
  const unmuting = useMutation(
    api.notices.unmute.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.notices.wishes.key() }) }),
  );
  return (
    <Section title={say('noticesPage.muted-title')}>
      {muted.length === 0 ? (
        <p>{say('noticesPage.muted-none')}</p>
      ) : (
        <ul className={css['muted']}>
          {muted.map(({ id, title }) => (
            <li key={id}>
              <Link to={addresses.board(id)}>{title}</Link>
              <Act tone="plain" label={say('noticesPage.unmute-of', { initiative: title })} onClick={() => unmuting.mutate({ id })}>
                {say('noticesPage.unmute')}
              </Act>
            </li>
          ))}
        </ul>
      )}
      <ProblemNotice problem={unmuting.error ? problemFrom(unmuting.error) : null} />
    </Section>
  );
}

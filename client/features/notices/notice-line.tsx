import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Notice } from '#shared/features/notices/model.ts';
import { say, sayKey } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import css from './notices.module.css';

/** One thing I was told: the sentence leads there and marks it as seen; its initiative is one tap to mute. */
export function NoticeLine({ notice }: { notice: Notice }) {
  const queries = useQueryClient();
  const seeing = useMutation(
    api.notices.seen.mutationOptions({
      onSuccess: () =>
        Promise.all([queries.invalidateQueries({ queryKey: api.notices.list.key() }), queries.invalidateQueries({ queryKey: api.people.me.key() })]),
    }),
  );
  const { id, what, values, address, at, seen, initiativeId } = notice;
  return (
    <li className={css['notice']} data-new={!seen || undefined}>
      <div className={css['told']}>
        <Link to={address} className={css['sentence']} onClick={() => !seen && seeing.mutate({ ids: [id] })}>
          {sayKey(`notices.${what}`, values)}
        </Link>
        <p className={css['when']}>
          {!seen && <strong className={css['new']}>{say('noticesPage.new')}</strong>}
          <Ago at={at} />
        </p>
      </div>
      {initiativeId !== null && <MuteIt id={initiativeId} initiative={String(values['initiative'] ?? '')} />}
    </li>
  );
}

function MuteIt({ id, initiative }: { id: string; initiative: string }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const muting = useMutation(
    api.notices.mute.mutationOptions({
      onSuccess: () => {
        announce(say('noticesPage.muted', { initiative }));
        return queries.invalidateQueries();
      },
    }),
  );
  if (muting.isSuccess)
    return (
      <p role="status" className={css['when']}>
        {say('noticesPage.muted', { initiative })}
      </p>
    );
  return (
    <div className={css['mute']}>
      <Act tone="quiet" busy={muting.isPending} label={say('noticesPage.mute-of', { initiative })} onClick={() => muting.mutate({ id })}>
        {say('noticesPage.mute')}
      </Act>
      <ProblemNotice problem={muting.error ? problemFrom(muting.error) : null} />
    </div>
  );
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff } from 'lucide-react';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import css from './notices.module.css';

/** One tap on a board to hear nothing more of it, and one to hear of it again. Nothing for somebody who is not signed in: nobody tells them anything. */
export function MuteBoard({ id }: { id: string }) {
  const { person } = useMe();
  return person === null ? null : <MuteMine id={id} personId={person.id} />;
}

function MuteMine({ id, personId }: { id: string; personId: string }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const options = api.notices.isMuted.queryOptions({ input: { id } });
  const { data } = useQuery(options);
  useTopics([`me:${personId}`], [options.queryKey]);
  async function done(after: { muted: boolean }) {
    queries.setQueryData(options.queryKey, after);
    announce(say(after.muted ? 'noticesPage.board-muted' : 'noticesPage.board-unmuted'));
    const told = [api.notices.list.key(), api.notices.wishes.key(), api.people.me.key()];
    await Promise.all(told.map((queryKey) => queries.invalidateQueries({ queryKey })));
  }
  const muting = useMutation(api.notices.mute.mutationOptions({ onSuccess: done }));
  const unmuting = useMutation(api.notices.unmute.mutationOptions({ onSuccess: done }));
  if (data === undefined) return null;
  const { muted } = data;
  const error = muting.error ?? unmuting.error;
  return (
    <div className={css['mute']}>
      <Act
        tone="quiet"
        icon={muted ? <BellOff size={18} aria-hidden /> : <Bell size={18} aria-hidden />}
        busy={muting.isPending || unmuting.isPending}
        label={say(muted ? 'noticesPage.unmute-board' : 'noticesPage.mute-board-of')}
        onClick={() => (muted ? unmuting : muting).mutate({ id })}
      >
        {say(muted ? 'noticesPage.unmute-board' : 'noticesPage.mute-board')}
      </Act>
      <ProblemNotice problem={error ? problemFrom(error) : null} />
    </div>
  );
}

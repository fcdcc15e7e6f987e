import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Card } from '#client/ui/card.tsx';
import { day } from '#client/ui/dates.ts';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useNow } from '#client/ui/use-now.ts';
import { say } from '#shared/words/say.ts';
import css from './invite-row.module.css';

type Invite = Awaited<ReturnType<Calls['invites']['list']>>['items'][number];

/** One link: where it hangs, how much of it is used, and the way to end it. */
export function InviteRow({ invite, initiativeId }: { invite: Invite; initiativeId: string | null }) {
  const queries = useQueryClient();
  const announce = useAnnounce();
  const verdict = useCan('invite.revoke', { own: invite.mine, ...(initiativeId === null ? {} : { initiativeId }) });
  const over = overBecause(invite, useNow());
  const label = invite.label || say('invites.unlabelled');
  const end = useMutation(
    api.invites.revoke.mutationOptions({
      onSuccess: async () => {
        announce(say('invites.ended'));
        await queries.invalidateQueries({ queryKey: api.invites.list.key() });
      },
    }),
  );
  return (
    <Card tone={over === null ? 'paper' : 'sunk'}>
      <div className={css['row']}>
        <div>
          <p className={css['label']}>{label}</p>
          <p className={css['facts']}>
            {say('invites.used-of', { uses: invite.uses, max: invite.maxUses })} · {over ?? say('invites.open-until', { day: day(invite.expiresAt) })}
            {initiativeId !== null && ` · ${say(`invites.gives-${invite.gives}`)}`}
          </p>
        </div>
        {over === null && (
          <Act
            tone="plain"
            verdict={verdict}
            busy={end.isPending}
            label={say('invites.end-label', { label })}
            onClick={() => end.mutate({ id: invite.id })}
          >
            {say('invites.end')}
          </Act>
        )}
      </div>
      <ProblemNotice problem={end.error ? problemFrom(end.error) : null} />
    </Card>
  );
}

function overBecause({ revokedAt, uses, maxUses, expiresAt }: Invite, now: Date): string | null {
  if (revokedAt !== null) return say('invites.over-ended');
  if (uses >= maxUses) return say('invites.over-used');
  return new Date(expiresAt) <= now ? say('invites.over-old') : null;
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { Act } from '#client/ui/act.tsx';
import { day } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say } from '#shared/words/say.ts';
import css from './invitations-made.module.css';

export type Invitation = Awaited<ReturnType<Calls['initiatives']['invitations']>>['items'][number];

/** The invitations of an initiative and what became of each, for those who may invite. */
export function InvitationsMade({ id, systemAskId }: { id: string; /** Only those to take this where it will be heard. */ systemAskId?: string }) {
  const options = api.initiatives.invitations.queryOptions({ input: { id } });
  useTopics([`initiative:${id}/invitations`], [options.queryKey]);
  const { data } = useQuery(options);
  const items = (data?.items ?? []).filter((one) => one.withdrawnAt === null && (systemAskId === undefined || one.systemAsk?.id === systemAskId));
  if (items.length === 0) return null;
  return (
    <Disclosure label={say('initiatives.invitations-made', { count: items.length })}>
      <ul className={css['invitations']}>
        {items.map((invitation) => (
          <Row key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </Disclosure>
  );
}

function Row({ invitation }: { invitation: Invitation }) {
  const { id, person, invitedBy, answer, answerLine, mine, initiative, about } = invitation;
  const queries = useQueryClient();
  const verdict = useCan('invitation.withdraw', { own: mine, initiativeId: initiative.id, ended: answer === 'yes' });
  const withdraw = useMutation(
    api.initiatives.withdrawInvitation.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: api.initiatives.invitations.key() }),
    }),
  );
  return (
    <li className={css['invitation']}>
      <div>
        <p className={css['who']}>{say('initiatives.invitation-to', { who: person.label, by: invitedBy })}</p>
        {about !== 'initiative' && <p>{thingOf(invitation)}</p>}
        <p>
          {answer === 'not-me' && answerLine !== ''
            ? say('initiatives.answered-try', { who: answerLine })
            : `${answerWords(invitation) ?? say('initiatives.invitation-open')}${answerLine === '' ? '' : `: ${answerLine}`}`}
        </p>
        <ProblemNotice problem={withdraw.error ? problemFrom(withdraw.error) : null} />
      </div>
      {verdict.ok && (
        <Act
          tone="quiet"
          busy={withdraw.isPending}
          label={say('initiatives.invitation-withdraw-label', { who: person.label })}
          onClick={() => withdraw.mutate({ id })}
        >
          {say('initiatives.invitation-withdraw')}
        </Act>
      )}
    </li>
  );
}

/** What an invitation is about, as it is called now. */
export function thingOf({ initiative, card, systemAsk }: Pick<Invitation, 'initiative' | 'card' | 'systemAsk'>): string {
  return card?.title ?? systemAsk?.cause ?? initiative.title;
}

/** An answer in words, null when there is none yet. */
export function answerWords({ answer, askAfter }: Pick<Invitation, 'answer' | 'askAfter'>): string | null {
  if (answer === null) return null;
  return answer === 'ask-after'
    ? say('initiatives.answered-ask-after', { day: askAfter === null ? '' : day(askAfter) })
    : say(`initiatives.answered-${answer}`);
}

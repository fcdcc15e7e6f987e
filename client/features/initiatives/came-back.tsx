import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Card } from '#client/ui/card.tsx';
import { calendarDay } from '#client/ui/dates.ts';
import { Actions } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import css from './invitation-card.module.css';
import { type Invitation, thingOf } from './invitations-made.tsx';

/** "Ask me after...": on that day it comes back to whoever invited. Asking again is theirs to decide; nobody is reminded. */
export function CameBack({ personId }: { personId: string }) {
  const options = api.initiatives.cameBack.queryOptions();
  useTopics([`me:${personId}`], [options.queryKey]);
  const { data } = useQuery(options);
  const items = data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Section title={say('initiatives.came-back')} hint={say('initiatives.came-back-hint')}>
      {items.map((invitation) => (
        <Back key={invitation.id} invitation={invitation} />
      ))}
    </Section>
  );
}

function Back({ invitation }: { invitation: Invitation }) {
  const { id, initiative, person, askAfter, about, card, systemAsk, seat, perspective, line, answerLine } = invitation;
  const [invitationId] = useState(newId);
  const queries = useQueryClient();
  const announce = useAnnounce();
  const changed = () => queries.invalidateQueries({ queryKey: api.initiatives.key() });
  const again = useMutation(
    api.initiatives.invite.mutationOptions({
      onSuccess: async () => {
        announce(say('initiatives.invite-sent', { who: person.label }));
        await changed();
      },
    }),
  );
  const rest = useMutation(api.initiatives.withdrawInvitation.mutationOptions({ onSuccess: changed }));
  const error = again.error ?? rest.error;
  const request = { id: initiative.id, invitationId, personId: person.id, about, elementId: card?.id ?? null, systemAskId: systemAsk?.id ?? null };
  return (
    <Card as="section">
      <p className={css['from']}>{say('initiatives.came-back-who', { who: person.label, day: askAfter === null ? '' : calendarDay(askAfter) })}</p>
      <h3 className={css['title']}>{thingOf(invitation)}</h3>
      {answerLine !== '' && <blockquote className={css['line']}>{answerLine}</blockquote>}
      <ProblemNotice problem={error ? problemFrom(error) : null} />
      <Actions>
        <Act
          tone="plain"
          busy={again.isPending}
          label={say('initiatives.ask-again-label', { who: person.label })}
          onClick={() => again.mutate({ ...request, perspective, line, seat })}
        >
          {say('initiatives.ask-again')}
        </Act>
        <Act tone="quiet" busy={rest.isPending} onClick={() => rest.mutate({ id })}>
          {say('initiatives.let-rest')}
        </Act>
      </Actions>
    </Card>
  );
}

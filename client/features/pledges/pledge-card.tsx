import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Pledge } from '#shared/features/pledges/model.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { Card } from '#client/ui/card.tsx';
import { calendarDay } from '#client/ui/dates.ts';
import { EmberDot } from '#client/ui/ember-dot.tsx';
import { Face } from '#client/ui/face.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useNow } from '#client/ui/use-now.ts';
import { News } from './news.tsx';
import { OnTheWay } from './on-the-way.tsx';
import css from './pledges.module.css';
import { usePledgesChanged } from './use-pledges.ts';

export interface PledgeCardProps {
  pledge: Pledge;
  withInitiative: boolean;
  onDone: (sentence: string) => void;
}

/** "I will give this, until then", and how it ended. */
export function PledgeCard({ pledge, withInitiative, onDone }: PledgeCardProps) {
  const { person, kind, what, until, state, why, mine, initiative } = pledge;
  const now = useNow();
  const late = state === 'given' && until !== null && hasPassed(until, now);
  return (
    <Card as="li" tone={state === 'given' ? 'paper' : 'sunk'}>
      {withInitiative ? (
        <Link to={addresses.boardSection(initiative.id, 'sponsors')} className={css['about']}>
          {initiative.title}
        </Link>
      ) : (
        <Face person={{ id: person.id, label: mine ? say('pledges.you', { name: person.label }) : person.label }} size="small" />
      )}
      <p className={css['what']}>{what}</p>
      <p className={css['facts']}>
        <span className={css['tag']}>{say(`pledges.kind-${kind}`)}</span>
        {state !== 'given' && <span className={css['tag']}>{say(`pledges.state-${state}`)}</span>}
        {late ? (
          <span className={css['late']}>
            <EmberDot /> {say('pledges.overdue', { day: calendarDay(until) })}
          </span>
        ) : (
          <span>{until === null ? say('pledges.no-date') : say('pledges.until-day', { day: calendarDay(until) })}</span>
        )}
      </p>
      <News pledge={pledge} />
      {why !== '' && <p>{why}</p>}
      {state === 'given' ? mine && <OnTheWay pledge={pledge} onDone={onDone} /> : <Confirming pledge={pledge} onDone={onDone} />}
    </Card>
  );
}

function Confirming({ pledge, onDone }: { pledge: Pledge; onDone: (sentence: string) => void }) {
  const { id, initiative, mine, confirmedBy, person } = pledge;
  const may = useCan('pledge.confirm', { initiativeId: initiative.id, own: mine, ended: confirmedBy !== null });
  const changed = usePledgesChanged();
  const confirm = useMutation(
    api.pledges.confirm.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('pledges.confirmed'));
      },
      onError: changed,
    }),
  );
  if (confirmedBy !== null) return <p className={css['soft']}>{say('pledges.confirmed-by', { name: confirmedBy })}</p>;
  if (!may.ok) return <p className={css['soft']}>{say('pledges.unconfirmed')}</p>;
  return (
    <div className={css['confirm']}>
      <p className={css['soft']}>{say('pledges.confirm-hint', { name: person.label })}</p>
      <Act tone="plain" busy={confirm.isPending} onClick={() => confirm.mutate({ id })} label={`${say('pledges.confirm')}: ${pledge.what}`}>
        {say('pledges.confirm')}
      </Act>
      <ProblemNotice problem={confirm.error ? problemFrom(confirm.error) : null} />
    </div>
  );
}

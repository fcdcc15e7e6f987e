/** The ladder's last rung: join what others have raised, or raise it. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import type { BoardElement } from '#shared/elements/registry.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useCan } from '#client/api/can.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { CardList } from '#client/ui/card-list.tsx';
import { Card } from '#client/ui/card.tsx';
import { Column } from '#client/ui/column.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { JoinForm } from './join-form.tsx';
import { kindLabel } from './kinds.ts';
import { RaiseForm } from './raise-form.tsx';
import css from './system-asks.module.css';

type Like = Awaited<ReturnType<Calls['systemAsks']['like']>>;

export function BiggerThanUs({ initiativeId, card }: { initiativeId: string; card: BoardElement }) {
  const may = useCan('system-ask.join', { initiativeId });
  const announce = useAnnounce();
  return (
    <OpeningAct words={say('systemAsks.begin')} verdict={may} onDone={announce}>
      {(close, done) => <Gathering initiativeId={initiativeId} card={card} onCancel={close} onDone={done} />}
    </OpeningAct>
  );
}

interface GatheringProps {
  initiativeId: string;
  card: BoardElement;
  onDone: (sentence: string) => void;
  onCancel: () => void;
}

/** What is like it comes first: three teams with one voice are heard sooner than three alone. */
function Gathering({ initiativeId, card, onDone, onCancel }: GatheringProps) {
  const like = useQuery(api.systemAsks.like.queryOptions({ input: { id: initiativeId, elementId: card.id } }));
  const [raising, setRaising] = useState(false);
  const asks = like.data?.systemAsks ?? [];
  const shows = raising || (like.data !== undefined && asks.length === 0) || like.isError;
  return (
    <Column>
      <Fetching query={like} what={say('systemAsks.list')} lines={2} />
      {asks.length > 0 && (
        <div role="group" aria-label={say('systemAsks.like-asks')} className={css['panel']}>
          <p className={css['strong']}>{say('systemAsks.like-asks')}</p>
          <p className={css['soft']}>{say('systemAsks.like-asks-hint')}</p>
          <CardList label={say('systemAsks.like-asks')}>
            {asks.map((ask) => (
              <LikeAsk key={ask.id} ask={ask} initiativeId={initiativeId} elementId={card.id} onDone={onDone} />
            ))}
          </CardList>
        </div>
      )}
      <LikeBlockers blockers={like.data?.blockers ?? []} />
      {shows ? (
        <RaiseForm initiativeId={initiativeId} card={card} onDone={onDone} onCancel={onCancel} />
      ) : (
        like.data && (
          <div>
            <Act tone="plain" onClick={() => setRaising(true)}>
              {say('systemAsks.raise-new')}
            </Act>
          </div>
        )
      )}
    </Column>
  );
}

interface LikeAskProps {
  ask: Like['systemAsks'][number];
  initiativeId: string;
  elementId: string;
  onDone: (sentence: string) => void;
}

function LikeAsk({ ask, initiativeId, elementId, onDone }: LikeAskProps) {
  return (
    <Card as="li">
      <p className={`${css['cause']} ${css['small']}`}>
        <Link to={addresses.systemAsk(ask.id)}>{ask.cause}</Link>
      </p>
      <p className={css['soft']}>
        {[kindLabel(ask.kind), say('systemAsks.gathers', { count: ask.blockers }), ...(ask.alike ? [say('systemAsks.like-near')] : [])].join(' · ')}
      </p>
      <OpeningAct
        words={say('systemAsks.like-join')}
        tone={ask.alike ? 'ember' : 'plain'}
        label={say('systemAsks.like-join-label', { cause: ask.cause })}
        onDone={onDone}
      >
        {(close) => <JoinForm systemAskId={ask.id} initiativeId={initiativeId} elementId={elementId} onDone={onDone} onCancel={close} />}
      </OpeningAct>
    </Card>
  );
}

function LikeBlockers({ blockers }: { blockers: Like['blockers'] }) {
  if (blockers.length === 0) return null;
  return (
    <Column>
      <p className={css['strong']}>{say('systemAsks.like-blockers')}</p>
      <p className={css['soft']}>{say('systemAsks.like-blockers-hint')}</p>
      <CardList label={say('systemAsks.like-blockers')}>
        {blockers.map((one) => (
          <li key={one.elementId}>
            {one.title}{' '}
            <Link to={addresses.boardSection(one.initiative.id, 'blockers')} className={css['soft']}>
              {one.initiative.title}
            </Link>
          </li>
        ))}
      </CardList>
    </Column>
  );
}

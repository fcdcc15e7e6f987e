import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Column } from '#client/ui/column.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { say } from '#shared/words/say.ts';
import { JoinForm } from './join-form.tsx';
import type { PartProps } from './where-part.tsx';

/** "We are stuck on this too": one of our open blockers joins by hand. */
export function JoinWithOurs({ ask, onDone }: PartProps) {
  const { me, standing } = useMe();
  const writes = Object.values(me?.seats ?? {}).some((seat) => seat === 'co-owner' || seat === 'member');
  if (standing === 'visitor') {
    return ask.sponsor === null ? null : (
      <div>
        <LinkAct tone="plain" to={addresses.signIn(addresses.systemAsk(ask.id))}>
          {say('signIn.title')}
        </LinkAct>
      </div>
    );
  }
  if (!writes) return null;
  return (
    <OpeningAct words={say('systemAsks.join')} onDone={onDone}>
      {(close, done) => <Choosing ask={ask} onCancel={close} onDone={done} />}
    </OpeningAct>
  );
}

function Choosing({ ask, onDone, onCancel }: PartProps & { onCancel: () => void }) {
  const ours = useQuery(api.systemAsks.myBlockers.queryOptions());
  const [elementId, setElementId] = useState('');
  const items = (ours.data?.items ?? []).filter((one) => !ask.blockers.some((joined) => joined.elementId === one.elementId));
  const chosen = items.find((one) => one.elementId === elementId);
  const options = items.map((one) => ({ value: one.elementId, label: `${one.title} (${one.initiative.title})` }));
  return (
    <Column>
      <Fetching query={ours} what={say('systemAsks.join-which')} lines={1} />
      {ours.data && items.length === 0 && <p>{say('systemAsks.join-none')}</p>}
      {items.length > 0 && (
        <Pick label={say('systemAsks.join-which')} value={elementId} empty={say('shell.choose')} options={options} onChange={setElementId} />
      )}
      {chosen === undefined ? (
        <div>
          <Act tone="quiet" onClick={onCancel}>
            {say('shell.never-mind')}
          </Act>
        </div>
      ) : (
        <JoinForm
          key={chosen.elementId}
          systemAskId={ask.id}
          initiativeId={chosen.initiative.id}
          elementId={chosen.elementId}
          onDone={onDone}
          onCancel={onCancel}
        />
      )}
    </Column>
  );
}

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { LinkAct } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import type { InitiativeState } from '#shared/features/initiatives/model.ts';
import { say } from '#shared/words/say.ts';
import { InitiativeCard } from './initiative-card.tsx';
import css from './initiatives-page.module.css';
import { stateOptions } from './states.ts';

type Whose = 'all' | 'mine';
const whose = (['all', 'mine'] as const).map((value) => ({ value, label: say(`initiatives.whose-${value}`) }));

/** All initiatives, those that moved last first. */
export function InitiativesPage() {
  const { person } = useMe();
  const [mine, setMine] = useState<Whose>('all');
  const [state, setState] = useState<InitiativeState | ''>('');
  const options = api.initiatives.list.queryOptions({
    input: { ...(mine === 'mine' ? { mine: 'yes' as const } : {}), ...(state === '' ? {} : { state }) },
  });
  useTopics(['initiatives'], [api.initiatives.list.key()]);
  const { data, error, isLoading, refetch } = useQuery(options);
  return (
    <Page title={say('initiatives.title')} width="wide">
      <div className={css['filters']}>
        {person && <Choice<Whose> legend={say('initiatives.whose')} value={mine} options={whose} onChange={setMine} />}
        <Pick<InitiativeState>
          label={say('initiatives.state-pick')}
          value={state}
          empty={say('initiatives.state-any')}
          options={stateOptions}
          onChange={setState}
        />
      </div>
      {isLoading && <Loading what={say('initiatives.list')} lines={6} />}
      <ProblemNotice problem={error ? problemFrom(error) : null} onRetry={() => void refetch()} />
      {data && data.items.length === 0 && <None mine={mine === 'mine'} filtered={state !== ''} />}
      {data && data.items.length > 0 && (
        <ul className={css['cards']} aria-label={say('shell.to-initiatives')}>
          {data.items.map((initiative) => (
            <InitiativeCard key={initiative.id} initiative={initiative} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function None({ mine, filtered }: { mine: boolean; filtered: boolean }) {
  const why = filtered ? say('initiatives.none-like-this') : say(mine ? 'initiatives.none-mine' : 'initiatives.none-why');
  return (
    <EmptyState title={say('initiatives.none-title')} action={<LinkAct to={addresses.wall()}>{say('initiatives.to-sparks')}</LinkAct>}>
      {why}
    </EmptyState>
  );
}

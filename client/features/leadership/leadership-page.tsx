import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'wouter';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useMe } from '#client/api/me.ts';
import { addresses } from '#client/app/addresses.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Page } from '#client/ui/page.tsx';
import { WhatIsCounted } from './what-is-counted.tsx';
import { MirrorView } from './mirror-view.tsx';
import { OwnTrace } from './own-trace.tsx';

type Leadership = Awaited<ReturnType<Calls['leadership']['read']>>;
const windows = (['near', 'whole'] as const).map((value) => ({ value, label: say(`leadership.${value}`) }));

/** How leading is shared in one initiative, for its team. */
export function LeadershipPage() {
  const { id } = useParams<{ id: string }>();
  const { person } = useMe();
  const options = api.leadership.read.queryOptions({ input: { id } });
  useTopics(person === null ? [] : [`me:${person.id}`], [options.queryKey]);
  const mirror = useQuery(options);
  return (
    <Page
      title={say('leadership.title')}
      lead={mirror.data ? `${mirror.data.initiative.title}. ${say('leadership.lead')}` : say('leadership.lead')}
      width="wide"
      back={{ to: addresses.board(id), label: say('leadership.back') }}
    >
      <Fetching query={mirror} what={say('leadership.loading')} lines={5} />
      {mirror.data && <Mirrors key={id} leadership={mirror.data} />}
    </Page>
  );
}

function Mirrors({ leadership: { near, whole, mine, counted } }: { leadership: Leadership }) {
  const [window, setWindow] = useState<'near' | 'whole'>('near');
  const chosen = whole === null ? 'near' : window;
  const shown = chosen === 'whole' && whole !== null ? whole : near;
  return (
    <>
      {whole !== null && <Choice legend={say('leadership.window')} value={chosen} options={windows} onChange={setWindow} />}
      <MirrorView key={chosen} mirror={shown} window={chosen}>
        <WhatIsCounted shared={shown.state === 'shown' ? shown.shared : null} />
        <OwnTrace trace={mine} counted={counted} />
      </MirrorView>
    </>
  );
}

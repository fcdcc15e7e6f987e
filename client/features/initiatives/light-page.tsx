import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { useSearch } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { LinkAct } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { say, sayKey } from '#shared/words/say.ts';
import { LightForm } from './light-form.tsx';

/** Lighting an initiative from the sparks in the address (`?spark=ID&spark=ID`). */
export function LightPage() {
  const asked = new URLSearchParams(useSearch()).getAll('spark');
  const { standing, pending } = useMe();
  const verdict = useCan('initiative.light');
  if (pending) return <Loading lines={6} />;
  return (
    <Page title={say('shell.title-light')} lead={say('initiatives.light-lead')}>
      {!verdict.ok && <MayNot reason={verdict.reason} guest={standing === 'guest'} next={addresses.light(asked)} />}
      {verdict.ok && (asked.length === 0 ? <NoSpark /> : <FromSparks key={asked.join()} asked={asked} />)}
    </Page>
  );
}

function FromSparks({ asked }: { asked: readonly string[] }) {
  const [sparkIds, setSparkIds] = useState(asked);
  const answers = useQueries({ queries: sparkIds.map((id) => api.sparks.read.queryOptions({ input: { id } })) });
  const error = answers.find((one) => one.error)?.error;
  const sparks = answers.flatMap((one) => one.data ?? []);
  if (error) return <ProblemNotice problem={problemFrom(error)} />;
  return sparks.length < sparkIds.length ? <Loading lines={6} /> : <LightForm sparks={sparks} onSparks={setSparkIds} />;
}

function NoSpark() {
  return (
    <EmptyState title={say('initiatives.light-no-spark')} action={<LinkAct to={addresses.wall()}>{say('initiatives.to-sparks')}</LinkAct>}>
      {say('initiatives.light-no-spark-why')}
    </EmptyState>
  );
}

/** Why not yet, and the way there. */
function MayNot({ reason, guest, next }: { reason: string; guest: boolean; next: string }) {
  return (
    <Notice
      title={sayKey(reason)}
      actions={
        guest ? <LinkAct to={addresses.you()}>{say('signIn.to-you')}</LinkAct> : <LinkAct to={addresses.signIn(next)}>{say('signIn.title')}</LinkAct>
      }
    />
  );
}

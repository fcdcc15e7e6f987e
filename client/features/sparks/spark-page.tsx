import { useQuery } from '@tanstack/react-query';
import { useParams } from 'wouter';
import type { Spark } from '#shared/features/sparks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Ago } from '#client/ui/age.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useTopics } from '#client/realtime/live.tsx';
import { hasParts } from './has.ts';
import { KindlePanel } from './kindle/kindle-panel.tsx';
import { secretOf } from './secrets.ts';
import { BringBack } from './spark/bring-back.tsx';
import { LightIt } from './spark/light-it.tsx';
import { OwnSpark } from './spark/own-spark.tsx';
import { Replies } from './spark/replies.tsx';
import { SaidSoFar } from './spark/said-so-far.tsx';
import { SparkBy, SparkWaiting, SparkWhere } from './spark/spark-facts.tsx';
import css from './spark/spark.module.css';
import { Words } from './spark/words.tsx';

const back = { to: addresses.wall(), label: say('sparks.back-to-wall') };

/** One spark, with its kindlings and replies. */
export function SparkPage() {
  const { id } = useParams<{ id: string }>();
  const { data, error, isPending, refetch } = useQuery(api.sparks.read.queryOptions({ input: { id } }));
  useTopics([`spark:${id}`], [api.sparks.read.key({ input: { id } })]);
  const problem = error ? problemFrom(error) : null;
  if (problem?.code === 'gone') return <Gone id={id} />;
  if (data === undefined || problem?.code === 'not-found') {
    return (
      <Page title={say('shell.title-spark')} back={back}>
        {isPending ? <Loading lines={5} /> : <ProblemNotice problem={problem} onRetry={() => void refetch()} />}
      </Page>
    );
  }
  return <WholeSpark spark={data} />;
}

function WholeSpark({ spark }: { spark: Spark }) {
  const has = hasParts(spark.has);
  const onTheWall = spark.state !== 'withdrawn';
  return (
    <Page title={spark.title} back={back}>
      <div className={css['spark']}>
        <SparkWhere spark={spark} />
        {spark.body !== '' && <Words text={spark.body} />}
        <div className={css['facts']}>
          <SparkBy spark={spark} />
          <SparkWaiting spark={spark} />
        </div>
        {spark.editedAt !== null && (
          <p className={css['quiet']}>
            {say('sparks.edited')} <Ago at={spark.editedAt} />
          </p>
        )}
        {has.length > 0 && <p className={css['has']}>{has.join(' · ')}</p>}
      </div>
      {spark.state === 'lit' && <LightIt spark={spark} />}
      {onTheWall && <KindlePanel spark={spark} />}
      <SaidSoFar spark={spark} />
      {spark.state === 'open' && <LightIt spark={spark} />}
      <Replies spark={spark} />
      <OwnSpark spark={spark} />
    </Page>
  );
}

/** Withdrawn; whoever posted it without a name from this device may bring it back. */
function Gone({ id }: { id: string }) {
  const secret = secretOf(id);
  return (
    <Page title={say('sparks.gone-title')} back={back}>
      <EmptyState title={secret === null ? say('sparks.gone') : say('sparks.withdrawn')}>
        {secret !== null && <BringBack id={id} secret={secret} />}
      </EmptyState>
    </Page>
  );
}

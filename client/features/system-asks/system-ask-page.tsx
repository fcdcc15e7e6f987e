import type { ReactNode } from 'react';
import { useParams } from 'wouter';
import { addresses } from '#client/app/addresses.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Ago } from '#client/ui/age.tsx';
import { Column } from '#client/ui/column.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { say } from '#shared/words/say.ts';
import { AnswerPart } from './answer-part.tsx';
import { JoinedBlockers } from './joined-blockers.tsx';
import { Facts } from './parts.tsx';
import { SponsorPart } from './sponsor-part.tsx';
import css from './system-asks.module.css';
import { type SystemAsk, useSystemAsk } from './use-system-asks.ts';
import { WherePart } from './where-part.tsx';

const back = { to: addresses.systemAsks(), label: say('systemAsks.back') };

/** One system ask: where it will be heard, who takes it there, the answer, and everybody who is stuck on it. */
export function SystemAskPage({ inviting }: { inviting: (ask: SystemAsk, initiativeId: string) => ReactNode }) {
  const { id } = useParams<{ id: string }>();
  const { data: ask, error, refetch } = useSystemAsk(id);
  const { here, done } = useDone();
  if (ask === undefined) {
    return (
      <Page title={say('systemAsks.one')} back={back}>
        {error ? <ProblemNotice problem={problemFrom(error)} onRetry={() => void refetch()} /> : <Loading what={say('systemAsks.one')} lines={6} />}
      </Page>
    );
  }
  const ours = ask.blockers.find((one) => one.mySeat === 'co-owner' || one.mySeat === 'member')?.initiative.id;
  return (
    <Page title={ask.cause} back={back} lead={<Facts ask={ask} />}>
      <Column at={here}>
        <p className={css['soft']}>
          {say('systemAsks.raised-by', { who: ask.raisedBy })} · <Ago at={ask.at} />
        </p>
        <AnswerPart ask={ask} onDone={done} />
        <Section title={say('systemAsks.where-title')}>
          <WherePart ask={ask} onDone={done} />
          <SponsorPart ask={ask} onDone={done} />
          {ours !== undefined && ask.sponsor === null && ask.answer === null && inviting(ask, ours)}
        </Section>
        <JoinedBlockers ask={ask} onDone={done} />
      </Column>
    </Page>
  );
}

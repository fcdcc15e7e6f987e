/** An ask that stays unanswered may go one level up: announced first, and it happens a day later unless somebody answers. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { levelAbove, reasonMax, stepUpAfterDays } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { daysBetween } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/new-id.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { moment } from '#client/ui/dates.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { Notice } from '#client/ui/notice.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useNow } from '#client/ui/use-now.ts';
import { FindPerson, type FindPersonWords } from './find-person.tsx';
import { useAsksChanged } from './use-asks.ts';

interface AboutAsk {
  ask: Ask;
  onDone: (sentence: string) => void;
}

/** Says that it goes one level up, to whom, when and why; a co-owner can take that back. */
export function PendingStep({ ask: { id, initiative, pendingStep }, onDone }: AboutAsk) {
  const may = useCan('ask.keep-level', { initiativeId: initiative.id });
  const changed = useAsksChanged();
  const takeBack = useMutation(
    api.asks.keepLevel.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('asks.step-taken-back'));
      },
      onError: changed,
    }),
  );
  if (pendingStep === null) return null;
  const { by, to, level, reason, dueAt } = pendingStep;
  return (
    <Notice
      title={say('asks.step-pending', { to, level: say(`asks.level-${level}`), when: moment(dueAt) })}
      actions={
        may.ok && (
          <Act tone="plain" busy={takeBack.isPending} onClick={() => takeBack.mutate({ id })}>
            {say('asks.step-take-back')}
          </Act>
        )
      }
    >
      <p>{say('asks.step-because', { by, reason })}</p>
      <p>{say('asks.step-unless')}</p>
      <ProblemNotice problem={takeBack.error ? problemFrom(takeBack.error) : null} />
    </Notice>
  );
}

/** Offered to co-owners once somebody has been silent for ten days. */
export function SteppingUp({ ask, onDone }: AboutAsk) {
  const may = useCan('ask.step-up', { initiativeId: ask.initiative.id });
  const silent = daysBetween(new Date(ask.turnSince), useNow());
  if (!may.ok || ask.waitsFor !== 'person' || silent < stepUpAfterDays || levelAbove(ask.level) === null) return null;
  return (
    <OpeningAct words={say('asks.step-up')} tone="quiet" onDone={onDone}>
      {(close, done) => <StepForm ask={ask} onCancel={close} onDone={() => done(say('asks.step-announced', { name: ask.person.label }))} />}
    </OpeningAct>
  );
}

function StepForm({ ask, onDone, onCancel }: { ask: Ask; onDone: () => void; onCancel: () => void }) {
  const [stepId] = useState(newId);
  const [to, setTo] = useState<PersonCard | null>(null);
  const [tried, setTried] = useState(false);
  const draft = useDraft(`ask-step:${ask.id}`);
  const changed = useAsksChanged();
  const announce = useMutation(
    api.asks.stepUp.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = announce.error ? problemFrom(announce.error) : null;
  const labels = { toPersonId: say('asks.step-who'), reason: say('asks.step-reason') };
  function send() {
    setTried(true);
    if (to !== null) announce.mutate({ id: ask.id, stepId, toPersonId: to.id, reason: draft.text });
  }
  const whoError = fieldError(problem, 'toPersonId') ?? (tried && to === null ? say('field.required') : undefined);
  return (
    <Form label={say('asks.step-up')} onSubmit={send}>
      <p>{say('asks.step-why', { name: ask.person.label })}</p>
      <FindPerson person={to} onChoose={setTo} error={whoError} words={stepping()} />
      <TextBox
        label={labels.reason}
        minRows={2}
        error={fieldError(problem, 'reason')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={reasonMax}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={say('asks.step-send')} busy={announce.isPending} onLeave={onCancel} />
    </Form>
  );
}

function stepping(): FindPersonWords {
  const choose = (name: string) => say('asks.who-choose', { name });
  return { label: say('asks.step-who'), hint: say('asks.who-hint'), chosen: say('asks.step-chosen'), choose };
}

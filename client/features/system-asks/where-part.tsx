import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { causeMax, forumMax } from '#shared/features/system-asks/answers.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { heardSentence } from './parts.tsx';
import { type SystemAsk, useSystemAsksChanged } from './use-system-asks.ts';

export interface PartProps {
  ask: SystemAsk;
  onDone: (sentence: string) => void;
}

/** The forum and the day, and a way to change them for those in it and for the one who takes it there. */
export function WherePart({ ask, onDone }: PartProps) {
  const may = useCan('system-ask.change', { seat: ask.mySeat, addressed: ask.toMe, ended: ask.answer !== null });
  return (
    <>
      <p>{heardSentence(ask)}</p>
      {may.ok && (
        <OpeningAct words={say('systemAsks.where-change')} tone="quiet" onDone={onDone}>
          {(close, done) => <WhereForm ask={ask} onCancel={close} onDone={done} />}
        </OpeningAct>
      )}
    </>
  );
}

const labels = { cause: say('systemAsks.cause'), forum: say('systemAsks.forum'), heardOn: say('systemAsks.day') };

function WhereForm({ ask, onDone, onCancel }: PartProps & { onCancel: () => void }) {
  const [cause, setCause] = useState(ask.cause);
  const [forum, setForum] = useState(ask.forum);
  const [heardOn, setHeardOn] = useState(ask.heardOn ?? '');
  const changed = useSystemAsksChanged();
  const change = useMutation(
    api.systemAsks.change.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('systemAsks.saved'));
      },
    }),
  );
  const problem = change.error ? problemFrom(change.error) : null;
  return (
    <Form
      label={say('systemAsks.where-change')}
      onSubmit={() => change.mutate({ id: ask.id, cause, forum, heardOn: heardOn === '' ? null : heardOn })}
    >
      <TextLine label={labels.cause} error={fieldError(problem, 'cause')} value={cause} onChange={setCause} maxLength={causeMax} />
      <TextLine
        label={labels.forum}
        hint={say('systemAsks.forum-hint')}
        optional
        error={fieldError(problem, 'forum')}
        value={forum}
        onChange={setForum}
        maxLength={forumMax}
      />
      <TextLine label={labels.heardOn} type="date" optional error={fieldError(problem, 'heardOn')} value={heardOn} onChange={setHeardOn} />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={say('systemAsks.save')} busy={change.isPending} onLeave={onCancel} />
    </Form>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { becauseMax, type DecisionAnswer, decisionAnswers, needsBecause } from '#shared/features/decisions/answers.ts';
import type { Decision, DecisionSaid } from '#shared/features/decisions/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Choice } from '#client/ui/choice.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useStartedDraft } from '#client/ui/use-started-draft.ts';
import { useDecisionsChanged } from './use-decisions.ts';

export interface AnswerFormProps {
  decision: Decision;
  /** What I said to these words before. */
  before: DecisionSaid | null;
  onDone: () => void;
  onLeave: () => void;
}

const options = decisionAnswers.map((value) => ({ value, label: say(`decisions.answer-${value}`), hint: say(`decisions.answer-hint-${value}`) }));

/** My answer and nobody else's; a concern and an objection say why. */
export function AnswerForm({ decision: { id, words }, before, onDone, onLeave }: AnswerFormProps) {
  const [answer, setAnswer] = useState<DecisionAnswer | null>(before?.answer ?? null);
  const [unchosen, setUnchosen] = useState(false);
  const because = useStartedDraft(`decision:${id}:${words.version}`, before?.because ?? '');
  const changed = useDecisionsChanged();
  const reply = useMutation(
    api.decisions.answer.mutationOptions({
      onSuccess: async () => {
        because.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = reply.error ? problemFrom(reply.error) : null;
  const needs = answer !== null && needsBecause(answer);
  const label = say(needs ? 'decisions.because' : 'decisions.because-if');
  function send() {
    setUnchosen(answer === null);
    if (answer !== null) reply.mutate({ id, version: words.version, answer, because: because.text });
  }
  return (
    <Form label={say('decisions.answer-title')} onSubmit={send}>
      <Choice
        legend={say('decisions.answer-title')}
        hint={say('decisions.answer-hint')}
        error={unchosen && answer === null ? say('field.choice') : undefined}
        value={answer}
        onChange={setAnswer}
        options={options}
      />
      {answer !== null && (
        <TextBox
          label={label}
          optional={!needs}
          minRows={2}
          error={fieldError(problem, 'because')}
          value={because.text}
          onChange={because.setText}
          maxLength={becauseMax}
        />
      )}
      <ProblemNotice problem={problem} labels={{ because: label }} />
      <FormEnd send={say('decisions.answer-send')} busy={reply.isPending} onLeave={onLeave} />
    </Form>
  );
}

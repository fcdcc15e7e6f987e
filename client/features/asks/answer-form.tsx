import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answerLineMax, type AskAnswer, askAnswers } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useNow } from '#client/ui/use-now.ts';
import { useAsksChanged } from './use-asks.ts';

const answerOptions = askAnswers.map((value) => ({ value, label: say(`asks.answer-${value}`) }));

/** The four answers; each asks for what it needs and no more. */
export function AnswerForm({ ask, onDone, onCancel }: { ask: Ask; onDone: () => void; onCancel: () => void }) {
  const [answer, setAnswer] = useState<AskAnswer | null>(ask.answer);
  const [unchosen, setUnchosen] = useState(false);
  const [by, setBy] = useState(ask.by ?? '');
  const draft = useDraft(`answer:${ask.id}`);
  const today = useNow().toISOString().slice(0, 10);
  const changed = useAsksChanged();
  const reply = useMutation(
    api.asks.answer.mutationOptions({
      onSuccess: async () => {
        draft.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = reply.error ? problemFrom(reply.error) : null;
  const lineLabel = say(answer === null ? 'asks.line-will' : `asks.line-${answer}`);
  const labels = { by: say('asks.by'), line: lineLabel };
  function send() {
    setUnchosen(answer === null);
    if (answer !== null) reply.mutate({ id: ask.id, answer, line: draft.text, by: answer === 'will' && by !== '' ? by : null });
  }
  return (
    <Form label={say('asks.answer-title')} onSubmit={send}>
      <Choice
        legend={say('asks.answer-title')}
        hint={say('asks.answer-hint')}
        error={unchosen && answer === null ? say('field.choice') : undefined}
        value={answer}
        onChange={setAnswer}
        options={answerOptions}
      />
      {answer === 'will' && <TextLine type="date" label={labels.by} min={today} error={fieldError(problem, 'by')} value={by} onChange={setBy} />}
      {answer !== null && (
        <TextBox
          label={lineLabel}
          optional={answer === 'will'}
          minRows={2}
          error={fieldError(problem, 'line')}
          value={draft.text}
          onChange={draft.setText}
          maxLength={answerLineMax}
        />
      )}
      <ProblemNotice problem={problem} labels={labels} />
      <Actions>
        <Act type="submit" busy={reply.isPending}>
          {say('asks.answer-send')}
        </Act>
        <Act tone="quiet" onClick={onCancel}>
          {say('asks.never-mind')}
        </Act>
      </Actions>
    </Form>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type SystemAnswer, systemAnswers, toldMax } from '#shared/features/system-asks/answers.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { Section } from '#client/ui/section.tsx';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { AnswerWords } from './parts.tsx';
import css from './system-asks.module.css';
import { useSystemAsksChanged } from './use-system-asks.ts';
import type { PartProps } from './where-part.tsx';

/** The answer once there is one; the one who takes it there brings it. */
export function AnswerPart({ ask, onDone }: PartProps) {
  const { answer, toMe } = ask;
  if (answer === null && !toMe) return null;
  const word = say(answer === null ? 'systemAsks.answer-bring' : 'systemAsks.answer-change');
  return (
    <Section title={say('systemAsks.answer-title')}>
      {answer === null ? <p className={css['soft']}>{say('systemAsks.answer-none')}</p> : <AnswerWords ask={ask} />}
      {toMe && (
        <Opening
          act={(open, toggle) => (
            <Act tone={answer !== null || open ? 'quiet' : 'ember'} expanded={open} onClick={toggle}>
              {word}
            </Act>
          )}
        >
          {(close) => (
            <AnswerForm
              ask={ask}
              onCancel={close}
              onDone={(sentence) => {
                close();
                onDone(sentence);
              }}
            />
          )}
        </Opening>
      )}
    </Section>
  );
}

const options = systemAnswers.map((value) => ({ value, label: say(`systemAsks.answer-${value}`) }));
const labels = { line: say('systemAsks.answer-line'), next: say('systemAsks.answer-next') };

function AnswerForm({ ask, onDone, onCancel }: PartProps & { onCancel: () => void }) {
  const [answer, setAnswer] = useState<SystemAnswer | null>(ask.answer);
  const [unchosen, setUnchosen] = useState(false);
  const line = useDraft(`system-answer:${ask.id}:line`);
  const next = useDraft(`system-answer:${ask.id}:next`);
  const changed = useSystemAsksChanged();
  const reply = useMutation(
    api.systemAsks.answer.mutationOptions({
      onSuccess: async () => {
        line.clear();
        next.clear();
        await changed();
        onDone(say('systemAsks.answer-sent'));
      },
      onError: changed,
    }),
  );
  const problem = reply.error ? problemFrom(reply.error) : null;
  function send() {
    setUnchosen(answer === null);
    if (answer !== null) reply.mutate({ id: ask.id, answer, line: line.text, next: next.text });
  }
  return (
    <Form label={say('systemAsks.answer-legend')} onSubmit={send}>
      <Choice
        legend={say('systemAsks.answer-legend')}
        hint={say('systemAsks.answer-hint')}
        error={unchosen && answer === null ? say('field.choice') : undefined}
        value={answer}
        onChange={setAnswer}
        options={options}
      />
      <TextBox label={labels.line} error={fieldError(problem, 'line')} value={line.text} onChange={line.setText} minRows={2} maxLength={toldMax} />
      <TextBox
        label={labels.next}
        optional={answer === 'no'}
        error={fieldError(problem, 'next')}
        value={next.text}
        onChange={next.setText}
        minRows={2}
        maxLength={toldMax}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={say('systemAsks.answer-send')} busy={reply.isPending} onLeave={onCancel} />
    </Form>
  );
}

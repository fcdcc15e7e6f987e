import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
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
import css from './asks.module.css';
import { type SmallerWay, SmallerWayForm, SmallerWays } from './smaller-ways.tsx';
import { useAsksChanged } from './use-asks.ts';

const answerOptions = askAnswers.map((value) => ({ value, label: say(`asks.answer-${value}`) }));

export interface AnswerFormProps {
  ask: Ask;
  onDone: () => void;
  onCancel: () => void;
}

/** The answer; whoever is about to say that they can't may give something smaller first, and then comes back to it. */
export function AnswerForm(props: AnswerFormProps) {
  const [answer, setAnswer] = useState<AskAnswer | null>(props.ask.answer);
  const [way, setWay] = useState<SmallerWay | null>(null);
  const [gave, setGave] = useState<string | null>(null);
  if (way !== null) {
    const given = (sentence: string) => {
      setGave(sentence);
      setWay(null);
    };
    return <SmallerWayForm way={way} ask={props.ask} onDone={given} onCancel={() => setWay(null)} />;
  }
  return (
    <>
      {gave !== null && <Given sentence={gave} />}
      <FourAnswers {...props} answer={answer} onAnswer={setAnswer} onWay={setWay} />
    </>
  );
}

/** What was just given instead; the answer itself is still to be sent. */
function Given({ sentence }: { sentence: string }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => note.current?.focus(), []);
  return (
    <div ref={note} tabIndex={-1} className={css['here']}>
      <p className={css['label']}>{sentence}</p>
      <p className={css['soft']}>{say('asks.smaller-then')}</p>
    </div>
  );
}

interface FourAnswersProps extends AnswerFormProps {
  answer: AskAnswer | null;
  onAnswer: (answer: AskAnswer) => void;
  onWay: (way: SmallerWay) => void;
}

/** The four answers; each asks for what it needs and no more. */
function FourAnswers({ ask, onDone, onCancel, answer, onAnswer, onWay }: FourAnswersProps) {
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
        onChange={onAnswer}
        options={answerOptions}
      />
      {answer === 'cannot' && <SmallerWays onChoose={onWay} />}
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

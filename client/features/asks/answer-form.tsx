import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { AskAnswer } from '#shared/features/asks/answers.ts';
import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Column } from '#client/ui/column.tsx';
import { AnswerFields, answerLabels, replyOf, useReply } from './answer-fields.tsx';
import css from './asks.module.css';
import { type SmallerWay, SmallerWayForm, SmallerWays } from './smaller-ways.tsx';
import { useAsksChanged } from './use-asks.ts';

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
    <Column at={note}>
      <p className={css['label']}>{sentence}</p>
      <p className={css['soft']}>{say('asks.smaller-then')}</p>
    </Column>
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
  const reply = useReply(`answer:${ask.id}`, ask);
  const changed = useAsksChanged();
  const send = useMutation(
    api.asks.answer.mutationOptions({
      onSuccess: async () => {
        reply.clear();
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  const problem = send.error ? problemFrom(send.error) : null;
  function answerNow() {
    setUnchosen(answer === null);
    if (answer !== null) send.mutate({ id: ask.id, ...replyOf(answer, reply), toPersonId: answer === 'belongs' ? (reply.to?.id ?? null) : null });
  }
  return (
    <Form label={say('asks.answer-title')} onSubmit={answerNow}>
      <AnswerFields
        reply={reply}
        answer={answer}
        onAnswer={onAnswer}
        unchosen={unchosen}
        problem={problem}
        people
        besideCannot={<SmallerWays onChoose={onWay} />}
      />
      <ProblemNotice problem={problem} labels={answerLabels(answer)} />
      <FormEnd send={say('asks.answer-send')} busy={send.isPending} onLeave={onCancel} />
    </Form>
  );
}

/** Behind the link of a letter: one ask, answered once, without signing in. The page knows the ask and nothing else of the place. */
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AskAnswer } from '#shared/features/asks/answers.ts';
import type { LinkLook } from '#shared/features/asks/model.ts';
import { newId } from '#shared/lib/new-id.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Age } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { Loading } from '#client/ui/loading.tsx';
import { Page } from '#client/ui/page.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useFragment } from '#client/ui/use-fragment.ts';
import { AnswerFields, answerLabels, replyOf, useReply } from './answer-fields.tsx';
import css from './asks.module.css';

export function AnswerPage() {
  const secret = useFragment();
  const look = useQuery(api.asks.lookByLink.queryOptions({ input: { secret }, enabled: secret !== '', staleTime: Infinity, retry: false }));
  const [answered, setAnswered] = useState<AskAnswer | null>(null);
  if (answered !== null && look.data) return <Thanks look={look.data} answer={answered} />;
  return (
    <Page title={say('asks.link-title')} lead={look.data && say('asks.link-lead', { asker: look.data.askedBy })}>
      {secret === '' && <NoSecret />}
      {look.isLoading && <Loading what={say('asks.link-title')} lines={4} />}
      {look.error && <NotNow problem={problemFrom(look.error)} onRetry={() => void look.refetch()} />}
      {look.data && (
        <>
          <TheAsk look={look.data} />
          <AnswerOnce key={secret} secret={secret} onAnswered={setAnswered} />
        </>
      )}
    </Page>
  );
}

function TheAsk({ look: { initiative, blocker, message, more, at } }: { look: LinkLook }) {
  return (
    <Card tone="ember">
      <div>
        <p className={css['about']}>{initiative.title}</p>
        <p className={css['soft']}>{initiative.purpose}</p>
      </div>
      <div>
        <p className={css['soft']}>{say('asks.link-blocker')}</p>
        <p className={css['blocker']}>{blocker}</p>
      </div>
      <div>
        <p className={css['soft']}>{say('asks.link-message')}</p>
        <p className={css['message']}>{message}</p>
        {more.map((line, index) => (
          <p key={`${index} ${line}`} className={css['message']}>
            {line}
          </p>
        ))}
      </div>
      <Age since={at} waiting label={say('asks.no-answer')} />
    </Card>
  );
}

interface AnswerOnceProps {
  secret: string;
  onAnswered: (answer: AskAnswer) => void;
}

/** The reply's id is made here, so that sending twice answers once. */
function AnswerOnce({ secret, onAnswered }: AnswerOnceProps) {
  const [replyId] = useState(newId);
  const [answer, setAnswer] = useState<AskAnswer | null>(null);
  const [unchosen, setUnchosen] = useState(false);
  // Named by the end of the secret: the words wait on this device, the secret itself does not.
  const reply = useReply(`answer-link:${secret.slice(-6)}`);
  const send = useMutation(
    api.asks.answerByLink.mutationOptions({
      onSuccess: ({ answer: arrived }) => {
        reply.clear();
        onAnswered(arrived);
      },
    }),
  );
  const problem = send.error ? problemFrom(send.error) : null;
  function answerNow() {
    setUnchosen(answer === null);
    if (answer !== null) send.mutate({ secret, replyId, ...replyOf(answer, reply) });
  }
  return (
    <Form label={say('asks.answer-title')} onSubmit={answerNow}>
      <AnswerFields
        reply={reply}
        answer={answer}
        onAnswer={setAnswer}
        unchosen={unchosen}
        problem={problem}
        people={false}
        hint={say('asks.link-hint')}
      />
      <ProblemNotice problem={problem} labels={answerLabels(answer)} {...(problem?.code === 'gone' ? { words: reply.line } : {})} />
      <Actions>
        <Act type="submit" busy={send.isPending}>
          {say('asks.answer-send')}
        </Act>
      </Actions>
    </Form>
  );
}

function Thanks({ look: { initiative, blocker }, answer }: { look: LinkLook; answer: AskAnswer }) {
  return (
    <Page title={say('asks.link-thanks')} lead={say(`asks.link-thanks-${answer}`)}>
      <Card tone="sunk">
        <p className={css['about']}>{initiative.title}</p>
        <p className={css['blocker']}>{blocker}</p>
      </Card>
      <p className={css['soft']}>{say('asks.link-change')}</p>
      <div>
        <LinkAct tone="plain" to={addresses.signIn(addresses.sponsor())}>
          {say('sponsor.sign-in-act')}
        </LinkAct>
      </div>
    </Page>
  );
}

/** A link that is over stays over; a line that is down may come back. */
function NotNow({ problem, onRetry }: { problem: ProblemBody; onRetry: () => void }) {
  if (problem.code !== 'gone') return <ProblemNotice problem={problem} onRetry={onRetry} />;
  return (
    <>
      <ProblemNotice problem={problem} />
      <div>
        <LinkAct to={addresses.signIn(addresses.sponsor())}>{say('sponsor.sign-in-act')}</LinkAct>
      </div>
    </>
  );
}

function NoSecret() {
  return (
    <EmptyState title={say('asks.link-none')} action={<LinkAct to={addresses.signIn(addresses.sponsor())}>{say('sponsor.sign-in-act')}</LinkAct>}>
      {say('asks.link-none-why')}
    </EmptyState>
  );
}

import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { Age, Ago } from '#client/ui/age.tsx';
import { calendarDay } from '#client/ui/dates.ts';
import { Card } from '#client/ui/card.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { Actions } from '#client/ui/form.tsx';
import { AnswerForm } from './answer-form.tsx';
import css from './asks.module.css';
import { useAsksChanged } from './use-asks.ts';

export interface AskCardProps {
  ask: Ask;
  /** On a page of its own the ask says which blocker of which initiative it is about, and is open for its answer. */
  alone?: boolean;
  onDone: (sentence: string) => void;
}

/** One ask: who asked whom, for what, and the answer or the clock. */
export function AskCard({ ask, alone = false, onDone }: AskCardProps) {
  const { askedBy, person, message, toMe, withdrawnAt, initiative, blocker } = ask;
  const waits = ask.answer === null && withdrawnAt === null;
  return (
    <Card as="li" tone={waits ? 'ember' : 'sunk'}>
      {alone && (
        <div>
          <Link to={addresses.boardSection(initiative.id, 'blockers')} className={css['about']}>
            {initiative.title}
          </Link>
          <p className={css['blocker']}>{blocker}</p>
        </div>
      )}
      <div>
        <p className={css['who']}>
          {toMe ? say('asks.asked-you', { asker: askedBy }) : say('asks.asked-by', { asker: askedBy, person: person.label })}
        </p>
        <p className={css['message']}>{message}</p>
      </div>
      {waits && <Age since={ask.at} waiting label={say('asks.no-answer')} />}
      <Answer ask={ask} />
      {withdrawnAt === null ? (
        toMe && <Answering ask={ask} onDone={onDone} />
      ) : (
        <p className={css['soft']}>
          {say('asks.withdrawn')} <Ago at={withdrawnAt} />
        </p>
      )}
      {!alone && waits && !toMe && <Withdrawing ask={ask} onDone={onDone} />}
    </Card>
  );
}

function Answer({ ask: { answer, answerLine, by, answeredAt } }: { ask: Ask }) {
  if (answer === null) return null;
  return (
    <div className={css['answer']}>
      <p className={css['answered']}>
        {answer === 'will' ? say('asks.answered-will', { day: by === null ? '' : calendarDay(by) }) : say(`asks.answered-${answer}`)}
      </p>
      {answerLine !== '' && <p className={css['message']}>{answerLine}</p>}
      {answeredAt !== null && (
        <p className={css['soft']}>
          {say('asks.answered')} <Ago at={answeredAt} />
        </p>
      )}
    </div>
  );
}

function Answering({ ask, onDone }: { ask: Ask; onDone: (sentence: string) => void }) {
  const changes = ask.answer !== null;
  const word = say(changes ? 'asks.answer-change' : 'asks.answer');
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone={changes || open ? 'quiet' : 'ember'} expanded={open} onClick={toggle} label={`${word}: ${ask.blocker}`}>
          {word}
        </Act>
      )}
    >
      {(close) => (
        <AnswerForm
          ask={ask}
          onDone={() => {
            close();
            onDone(say('asks.answer-sent'));
          }}
          onCancel={close}
        />
      )}
    </Opening>
  );
}

function Withdrawing({ ask, onDone }: { ask: Ask; onDone: (sentence: string) => void }) {
  const may = useCan('ask.withdraw', { initiativeId: ask.initiative.id });
  const changed = useAsksChanged();
  const withdraw = useMutation(
    api.asks.withdraw.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('asks.withdraw-done'));
      },
      onError: changed,
    }),
  );
  if (!may.ok) return null;
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone="quiet" expanded={open} onClick={toggle}>
          {say('asks.withdraw')}
        </Act>
      )}
    >
      {(close) => (
        <div className={css['panel']}>
          <p>{say('asks.withdraw-why', { name: ask.person.label })}</p>
          <ProblemNotice problem={withdraw.error ? problemFrom(withdraw.error) : null} />
          <Actions>
            <Act tone="plain" busy={withdraw.isPending} onClick={() => withdraw.mutate({ id: ask.id })}>
              {say('asks.withdraw-send')}
            </Act>
            <Act tone="quiet" onClick={close}>
              {say('asks.never-mind')}
            </Act>
          </Actions>
        </div>
      )}
    </Opening>
  );
}

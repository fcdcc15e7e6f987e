import { Link } from 'wouter';
import type { Ask } from '#shared/features/asks/model.ts';
import { say } from '#shared/words/say.ts';
import { addresses } from '#client/app/addresses.ts';
import { Act } from '#client/ui/act.tsx';
import { Age, Ago } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { AnswerForm } from './answer-form.tsx';
import { answerSentence } from './answer-sentence.ts';
import { AskLines, SayingLine } from './ask-lines.tsx';
import { AskTrail } from './ask-trail.tsx';
import css from './asks.module.css';
import { Possible } from './possible.tsx';
import { PendingStep, SteppingUp } from './step-up.tsx';
import { TellingMore } from './telling-more.tsx';
import { Withdrawing } from './withdrawing.tsx';

export interface AskCardProps {
  ask: Ask;
  /** On a page of its own the ask says which blocker of which initiative it is about, and is open for its answer. */
  alone?: boolean;
  onDone: (sentence: string) => void;
}

/** One ask: who asked whom, for what, and the answer or the clock. */
export function AskCard({ ask, alone = false, onDone }: AskCardProps) {
  const { askedBy, person, message, toMe, withdrawnAt, initiative, blocker } = ask;
  return (
    <Card as="li" tone={ask.waitsFor === 'person' ? 'ember' : 'sunk'}>
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
      <Clock ask={ask} />
      <Answer ask={ask} />
      <AskLines ask={ask} />
      {ask.pendingStep && <PendingStep ask={ask} onDone={onDone} />}
      {withdrawnAt === null ? (
        toMe && <Answering ask={ask} onDone={onDone} />
      ) : (
        <p className={css['soft']}>
          {say('asks.withdrawn')} <Ago at={withdrawnAt} />
        </p>
      )}
      <Possible ask={ask} onDone={onDone} />
      <SayingLine ask={ask} onDone={onDone} />
      {!alone && <TeamActs ask={ask} onDone={onDone} />}
      <AskTrail ask={ask} />
    </Card>
  );
}

/** The clock everybody sees: since when nobody has answered, and, where it moved on, since when it is with whom it waits for now. */
function Clock({ ask: { waitsFor, at, turnSince, person } }: { ask: Ask }) {
  if (waitsFor === null) return null;
  const moved = turnSince !== at;
  return (
    <div className={css['clock']}>
      <Age since={at} waiting={waitsFor === 'person'} label={say('asks.no-answer')} />
      {moved && <Age since={turnSince} label={waitsFor === 'team' ? say('asks.with-team') : say('asks.no-answer-since', { person: person.label })} />}
    </div>
  );
}

function Answer({ ask }: { ask: Ask }) {
  const { answer, answerLine, answeredAt } = ask;
  if (answer === null) return null;
  return (
    <div className={css['answer']}>
      <p className={css['answered']}>{answerSentence(ask)}</p>
      {answerLine !== '' && <p className={css['message']}>{answerLine}</p>}
      {answeredAt !== null && (
        <p className={css['soft']}>
          {say('asks.answered')} <Ago at={answeredAt} />
        </p>
      )}
    </div>
  );
}

/** What the team can do about an ask of theirs. */
function TeamActs({ ask, onDone }: { ask: Ask; onDone: (sentence: string) => void }) {
  if (ask.withdrawnAt !== null || ask.waitsFor === null) return null;
  return (
    <>
      {ask.waitsFor === 'team' && <TellingMore ask={ask} onDone={onDone} />}
      {ask.pendingStep === null && <SteppingUp ask={ask} onDone={onDone} />}
      {!ask.toMe && <Withdrawing ask={ask} onDone={onDone} />}
    </>
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

import type { Decision } from '#shared/features/decisions/model.ts';
import type { ProposalWords } from '#shared/features/decisions/proposal.ts';
import { hasPassed } from '#shared/lib/days.ts';
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Card } from '#client/ui/card.tsx';
import { calendarDay } from '#client/ui/dates.ts';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { EmberDot } from '#client/ui/ember-dot.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import css from '#client/ui/text.module.css';
import type { Done } from '#client/ui/use-done.ts';
import { useNow } from '#client/ui/use-now.ts';
import { AnswerForm } from './answer-form.tsx';
import { Answers } from './answers.tsx';
import { CloseForm } from './close-form.tsx';
import { ProposalRead } from './proposal-read.tsx';
import { PutAgainForm } from './put-form.tsx';

export interface OpenDecisionProps {
  decision: Decision;
  /** What the card says now. */
  now: ProposalWords;
  /** The card no longer says what was put. */
  changed: boolean;
  onDone: Done;
}

/** A proposal that is put to everybody: its day, what people say, and what the one who looks can do. */
export function OpenDecision(props: OpenDecisionProps) {
  const { decision, changed } = props;
  const mine = decision.said.findLast((one) => one.mine && one.counts);
  const mayAnswer = useCan('decision.answer', { initiativeId: decision.initiativeId }).ok;
  return (
    <Card as="li" tone={mayAnswer && mine === undefined ? 'ember' : 'paper'}>
      <ItsDay decision={decision} />
      {changed && (
        <div>
          <p className={css['strong']}>{say('decisions.changed-since')}</p>
          <Disclosure label={say('decisions.read-words')}>
            <ProposalRead words={decision.words} />
          </Disclosure>
        </div>
      )}
      {mayAnswer && <Answering {...props} />}
      <Answers decision={decision} />
      <Ending {...props} />
    </Card>
  );
}

/** Who put it, and by when it is decided; once that day is over without an ending, everybody sees so. */
function ItsDay({ decision: { words } }: { decision: Decision }) {
  const over = hasPassed(words.byWhen, useNow());
  const day = calendarDay(words.byWhen);
  return (
    <div>
      <p className={css['strong']}>{say('decisions.put-by', { who: words.putBy })}</p>
      {over ? (
        <p className={css['waiting']}>
          <EmberDot /> {say('decisions.overdue', { day })}. {say('decisions.day-over')}.
        </p>
      ) : (
        <p className={css['soft']}>{say('decisions.by-day', { day })}</p>
      )}
    </div>
  );
}

function Answering({ decision, onDone }: OpenDecisionProps) {
  const mine = decision.said.findLast((one) => one.mine && one.counts);
  const words = say(mine === undefined ? 'decisions.answer' : 'decisions.answer-change');
  return (
    <OpeningAct
      words={words}
      label={say('decisions.answer-label', { act: words, title: decision.words.title })}
      tone={mine === undefined ? 'ember' : 'quiet'}
      openTone="quiet"
      onDone={onDone}
    >
      {(close, done) => <AnswerForm decision={decision} before={mine ?? null} onDone={() => done(say('decisions.answer-sent'))} onLeave={close} />}
    </OpeningAct>
  );
}

/** What a co-owner can do: put changed words, record how it ends. */
function Ending({ decision, now, changed, onDone }: OpenDecisionProps) {
  const known = { initiativeId: decision.initiativeId };
  const mayPut = useCan('decision.put-again', known).ok;
  const mayClose = useCan('decision.close', known).ok;
  return (
    <>
      {mayPut && changed && now.title.trim() !== '' && (
        <OpeningAct words={say('decisions.again')} onDone={onDone}>
          {(close, done) => <PutAgainForm decision={decision} words={now} onDone={() => done(say('decisions.again-sent'))} onLeave={close} />}
        </OpeningAct>
      )}
      {mayClose && (
        <OpeningAct words={say('decisions.close')} onDone={onDone}>
          {(close, done) => <CloseForm decision={decision} onDone={() => done(say('decisions.closed'))} onLeave={close} />}
        </OpeningAct>
      )}
    </>
  );
}

import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { firstLine } from '#client/ui/first-line.ts';
import { Actions } from '#client/ui/form.tsx';
import { kindNamed } from '#shared/elements/registry.ts';
import { kindWord } from '#shared/elements/wording.ts';
import { say } from '#shared/words/say.ts';
import { AnswerForm } from './answer-form.tsx';
import css from './invitation-card.module.css';
import { answerWords, type Invitation, thingOf } from './invitations-made.tsx';

/** One invitation to me: what it is about, and my answer, which I can change. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { id, answer, answerLine, about } = invitation;
  const [changing, setChanging] = useState(false);
  const answered = answerWords(invitation);
  const titleId = `invitation-${id}`;
  return (
    <Card as="section" tone={answered === null ? 'ember' : 'paper'} labelledBy={titleId}>
      <About invitation={invitation} titleId={titleId} />
      {answered !== null && !changing && (
        <>
          <p className={css['mine']}>
            {say('initiatives.answer-my', { answer: answered })}
            {answerLine !== '' && `: ${answerLine}`}
          </p>
          <Actions>
            <Way invitation={invitation} />
            {(answer !== 'yes' || about === 'card') && (
              <Act tone="quiet" onClick={() => setChanging(true)}>
                {say('initiatives.answer-change')}
              </Act>
            )}
          </Actions>
        </>
      )}
      {answered === null && about !== 'initiative' && (
        <Actions>
          <Way invitation={invitation} />
        </Actions>
      )}
      {(answered === null || changing) && <AnswerForm invitation={invitation} onSent={() => setChanging(false)} />}
    </Card>
  );
}

function fromWords({ about, invitedBy: by, seat }: Invitation): string {
  return about === 'initiative'
    ? say('initiatives.inbox-from', { by, seat: say(`initiatives.seat-${seat}`) })
    : say(about === 'card' ? 'initiatives.inbox-from-card' : 'initiatives.inbox-from-system-ask', { by });
}

/** To where one can see what it is about. */
function Way({ invitation: { initiative, card, systemAsk } }: { invitation: Invitation }) {
  const section = card === null ? undefined : kindNamed(card.kind)?.section;
  const board = section === undefined ? addresses.board(initiative.id) : addresses.boardSection(initiative.id, section);
  return (
    <LinkAct to={systemAsk === null ? board : addresses.systemAsk(systemAsk.id)} tone="plain">
      {say(systemAsk === null ? 'initiatives.answer-open-board' : 'initiatives.answer-open-system-ask')}
    </LinkAct>
  );
}

/** Who invites to what, and in which words. */
function About({ invitation, titleId }: { invitation: Invitation; titleId: string }) {
  const { initiative, perspective, line, at, about, card } = invitation;
  return (
    <>
      <p className={css['from']}>
        {fromWords(invitation)} · <Ago at={at} />
      </p>
      <h3 id={titleId} className={css['title']}>
        {thingOf(invitation)}
      </h3>
      {card !== null && <p className={css['from']}>{card.kind === '' ? initiative.title : `${kindWord(card.kind)} · ${initiative.title}`}</p>}
      {about === 'initiative' && <p className={css['purpose']}>{firstLine(initiative.purpose)}</p>}
      {perspective !== null && <p>{say('initiatives.inbox-chair', { seat: say(`people.perspective-${perspective}`) })}</p>}
      {line !== '' && <blockquote className={css['line']}>{line}</blockquote>}
    </>
  );
}

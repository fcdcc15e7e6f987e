import { useState } from 'react';
import { addresses } from '#client/app/addresses.ts';
import { Act, LinkAct } from '#client/ui/act.tsx';
import { Ago } from '#client/ui/age.tsx';
import { Card } from '#client/ui/card.tsx';
import { firstLine } from '#client/ui/first-line.ts';
import { Actions } from '#client/ui/form.tsx';
import { say } from '#shared/words/say.ts';
import { AnswerForm } from './answer-form.tsx';
import css from './invitation-card.module.css';
import { answerWords, type Invitation } from './invitations-made.tsx';

/** One invitation to me: what it is about, and my answer, which I can change. */
export function InvitationCard({ invitation }: { invitation: Invitation }) {
  const { id, initiative, invitedBy, seat, perspective, line, at, answer, answerLine } = invitation;
  const [changing, setChanging] = useState(false);
  const answered = answerWords(invitation);
  const titleId = `invitation-${id}`;
  return (
    <Card as="section" tone={answered === null ? 'ember' : 'paper'} labelledBy={titleId}>
      <p className={css['from']}>
        {say('initiatives.inbox-from', { by: invitedBy, seat: say(`initiatives.seat-${seat}`) })} · <Ago at={at} />
      </p>
      <h3 id={titleId} className={css['title']}>
        {initiative.title}
      </h3>
      <p className={css['purpose']}>{firstLine(initiative.purpose)}</p>
      {perspective !== null && <p>{say('initiatives.inbox-chair', { seat: say(`people.perspective-${perspective}`) })}</p>}
      {line !== '' && <blockquote className={css['line']}>{line}</blockquote>}
      {answered !== null && !changing && (
        <>
          <p className={css['mine']}>
            {say('initiatives.answer-my', { answer: answered })}
            {answerLine !== '' && `: ${answerLine}`}
          </p>
          <Actions>
            <LinkAct to={addresses.board(initiative.id)} tone="plain">
              {say('initiatives.answer-open-board')}
            </LinkAct>
            {answer !== 'yes' && (
              <Act tone="quiet" onClick={() => setChanging(true)}>
                {say('initiatives.answer-change')}
              </Act>
            )}
          </Actions>
        </>
      )}
      {(answered === null || changing) && <AnswerForm invitation={invitation} onSent={() => setChanging(false)} />}
    </Card>
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '#client/api/api.ts';
import { useMe } from '#client/api/me.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Choice } from '#client/ui/choice.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { PerspectiveChoices } from '#client/ui/perspectives.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import type { InvitationAnswer } from '#shared/features/initiatives/model.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import { say } from '#shared/words/say.ts';
import { answerWords, type Invitation, thingOf } from './invitations-made.tsx';

const answers = (['yes', 'not-now', 'not-me', 'ask-after'] as const).map((value) => ({ value, label: say(`initiatives.answer-${value}`) }));
const labels = { line: say('initiatives.answer-line'), askAfter: say('initiatives.answer-day') };

/** The four answers, all of them good ones. */
export function AnswerForm({ invitation, onSent }: { invitation: Invitation; onSent: () => void }) {
  const { id, perspective, about, initiative } = invitation;
  const { me } = useMe();
  const joins = joinsBy(about, me?.seats[initiative.id]);
  const [answer, setAnswer] = useState<InvitationAnswer | null>(null);
  const [askAfter, setAskAfter] = useState('');
  const [perspectives, setPerspectives] = useState<Perspective[]>(perspective === null ? [] : [perspective]);
  const line = useDraft(`answer:${id}`);
  const queries = useQueryClient();
  const announce = useAnnounce();
  const send = useMutation(
    api.initiatives.answer.mutationOptions({
      onSuccess: async (now) => {
        announce(say('initiatives.answer-sent', { answer: answerWords(now) ?? '' }));
        line.clear();
        onSent();
        await Promise.all(
          [api.initiatives.key(), api.people.me.key(), api.systemAsks.key()].map((queryKey) => queries.invalidateQueries({ queryKey })),
        );
      },
    }),
  );
  const problem = send.error ? problemFrom(send.error) : null;
  function submit() {
    if (answer === null) return;
    send.mutate({
      id,
      answer,
      line: line.text,
      askAfter: answer === 'ask-after' && askAfter !== '' ? askAfter : null,
      perspectives: answer === 'yes' && joins ? perspectives : [],
    });
  }
  return (
    <Form label={`${say('initiatives.answer-legend')}: ${thingOf(invitation)}`} onSubmit={submit}>
      <Choice<InvitationAnswer> legend={say('initiatives.answer-legend')} value={answer} options={answers} onChange={setAnswer} />
      {answer === 'yes' && <WithYes about={about} joins={joins} perspectives={perspectives} onChange={setPerspectives} />}
      {answer === 'ask-after' && (
        <TextLine label={labels.askAfter} type="date" error={fieldError(problem, 'askAfter')} value={askAfter} onChange={setAskAfter} />
      )}
      {answer !== null && (
        <>
          <TextLine
            label={answer === 'not-me' ? say('initiatives.answer-who') : labels.line}
            optional
            error={fieldError(problem, 'line')}
            value={line.text}
            onChange={line.setText}
            maxLength={300}
          />
          <ProblemNotice problem={problem} labels={labels} />
          <Actions>
            <Act type="submit" busy={send.isPending}>
              {say('initiatives.answer-send')}
            </Act>
          </Actions>
        </>
      )}
    </Form>
  );
}

/** Whether a yes takes a seat: for a card, only of somebody who can not write on the board yet. */
function joinsBy(about: Invitation['about'], seat: string | undefined): boolean {
  return about === 'initiative' || (about === 'card' && seat !== 'member' && seat !== 'co-owner');
}

interface WithYesProps {
  about: Invitation['about'];
  joins: boolean;
  perspectives: readonly Perspective[];
  onChange: (perspectives: Perspective[]) => void;
}

/** What a yes means, and how one is in this when it takes a seat. */
function WithYes({ about, joins, perspectives, onChange }: WithYesProps) {
  if (about === 'system-ask') return <p>{say('initiatives.answer-sponsors')}</p>;
  if (!joins) return null;
  return (
    <>
      {about === 'card' && <p>{say('initiatives.answer-joins')}</p>}
      <PerspectiveChoices
        legend={say('initiatives.perspectives-title')}
        hint={say('initiatives.join-hint')}
        values={perspectives}
        onChange={onChange}
      />
    </>
  );
}

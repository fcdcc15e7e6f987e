/** The four answers as fields; each asks for what it needs and no more. Answered signed in or from the link of a letter, they are the same. */
import { type ReactNode, useState } from 'react';
import { answerLineMax, type AskAnswer, askAnswers, officeMax } from '#shared/features/asks/answers.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import type { ProblemBody } from '#shared/lib/problem.ts';
import { say } from '#shared/words/say.ts';
import { Choice } from '#client/ui/choice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { TextLine } from '#client/ui/text-line.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useNow } from '#client/ui/use-now.ts';
import { FindPerson, type FindPersonWords } from './find-person.tsx';

export interface Reply {
  readonly line: string;
  readonly setLine: (line: string) => void;
  readonly by: string;
  readonly setBy: (by: string) => void;
  readonly office: string;
  readonly setOffice: (office: string) => void;
  readonly to: PersonCard | null;
  readonly setTo: (person: PersonCard | null) => void;
  /** Call once it has arrived. */
  readonly clear: () => void;
}

/** What is being answered; the words are kept on the device under this name until they have arrived. */
export function useReply(draftName: string, before?: { by: string | null; office: string }): Reply {
  const draft = useDraft(draftName);
  const [by, setBy] = useState(before?.by ?? '');
  const [office, setOffice] = useState(before?.office ?? '');
  const [to, setTo] = useState<PersonCard | null>(null);
  return { line: draft.text, setLine: draft.setText, by, setBy, office, setOffice, to, setTo, clear: draft.clear };
}

/** What goes out: only what belongs to this answer. */
export function replyOf(answer: AskAnswer, { line, by, office, to }: Reply) {
  return { answer, line, by: answer === 'will' && by !== '' ? by : null, office: answer === 'belongs' && to === null ? office : '' };
}

export function answerLabels(answer: AskAnswer | null): Record<'by' | 'line' | 'toPersonId' | 'office', string> {
  const belongs = { toPersonId: say('asks.belongs-who'), office: say('asks.belongs-office') };
  return { by: say('asks.by'), line: say(answer === null ? 'asks.line-will' : `asks.line-${answer}`), ...belongs };
}

export interface AnswerFieldsProps {
  reply: Reply;
  answer: AskAnswer | null;
  onAnswer: (answer: AskAnswer) => void;
  /** It was sent without an answer. */
  unchosen: boolean;
  problem: ProblemBody | null;
  /** Whether it can be handed to a person of the place: who may find people. */
  people: boolean;
  /** Shown to whoever is about to say that they can’t. */
  besideCannot?: ReactNode;
  hint?: string;
}

export function AnswerFields({
  reply,
  answer,
  onAnswer,
  unchosen,
  problem,
  people,
  besideCannot,
  hint = say('asks.answer-hint'),
}: AnswerFieldsProps) {
  const today = useNow().toISOString().slice(0, 10);
  const labels = answerLabels(answer);
  return (
    <>
      <Choice
        legend={say('asks.answer-title')}
        hint={hint}
        error={unchosen && answer === null ? say('field.choice') : undefined}
        value={answer}
        onChange={onAnswer}
        options={askAnswers.map((value) => ({ value, label: say(`asks.answer-${value}`) }))}
      />
      {answer === 'cannot' && besideCannot}
      {answer === 'will' && (
        <TextLine type="date" label={labels.by} min={today} error={fieldError(problem, 'by')} value={reply.by} onChange={reply.setBy} />
      )}
      {answer === 'belongs' && <Belongs reply={reply} people={people} problem={problem} />}
      {answer !== null && (
        <TextBox
          label={labels.line}
          optional={answer === 'will' || answer === 'belongs'}
          minRows={2}
          error={fieldError(problem, 'line')}
          value={reply.line}
          onChange={reply.setLine}
          maxLength={answerLineMax}
        />
      )}
    </>
  );
}

function handing(): FindPersonWords {
  const choose = (name: string) => say('asks.belongs-choose', { name });
  return { label: say('asks.belongs-who'), hint: say('asks.belongs-who-hint'), chosen: say('asks.belongs-chosen'), choose };
}

/** A person of the place, for whom it waits from now on; or an office outside, where I have taken it. */
function Belongs({ reply: { to, setTo, office, setOffice }, people, problem }: Pick<AnswerFieldsProps, 'reply' | 'people' | 'problem'>) {
  const whoError = office === '' ? fieldError(problem, 'toPersonId') : undefined;
  return (
    <>
      {people && <FindPerson person={to} onChoose={setTo} error={whoError} words={handing()} />}
      {to === null && (
        <TextLine
          label={say(people ? 'asks.belongs-office-or' : 'asks.belongs-office')}
          hint={say('asks.belongs-office-hint')}
          error={fieldError(problem, 'office')}
          value={office}
          onChange={setOffice}
          maxLength={officeMax}
          autoComplete="off"
        />
      )}
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { messageMax } from '#shared/features/asks/answers.ts';
import type { PersonCard } from '#shared/features/people/model.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Actions, Form } from '#client/ui/form.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { FindPerson } from './find-person.tsx';
import { useAsksChanged } from './use-asks.ts';

export interface PutFormProps {
  initiativeId: string;
  elementId: string;
  /** Called with how the asked person shows. */
  onDone: (name: string) => void;
  onCancel: () => void;
}

const labels = { personId: say('asks.who'), message: say('asks.message'), elementId: say('asks.title') };

/** Puts the blocker to a person. The id is made here, so that sending twice asks once. */
export function PutForm({ initiativeId, elementId, onDone, onCancel }: PutFormProps) {
  const [askId] = useState(newId);
  const [person, setPerson] = useState<PersonCard | null>(null);
  const [nobody, setNobody] = useState(false);
  const draft = useDraft(`ask:${elementId}`);
  const changed = useAsksChanged();
  const put = useMutation(
    api.asks.put.mutationOptions({
      onSuccess: async (ask) => {
        draft.clear();
        await changed();
        onDone(ask.person.label);
      },
    }),
  );
  const problem = put.error ? problemFrom(put.error) : null;
  const whoError = fieldError(problem, 'personId') ?? (nobody && person === null ? say('field.required') : undefined);
  function send() {
    setNobody(person === null);
    if (person !== null) put.mutate({ id: initiativeId, askId, elementId, personId: person.id, message: draft.text });
  }
  return (
    <Form label={say('asks.form-title')} onSubmit={send}>
      <FindPerson person={person} onChoose={setPerson} error={whoError} />
      <TextBox
        label={labels.message}
        hint={say('asks.message-hint')}
        error={fieldError(problem, 'message')}
        value={draft.text}
        onChange={draft.setText}
        maxLength={messageMax}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <Actions>
        <Act type="submit" busy={put.isPending}>
          {say('asks.send')}
        </Act>
        <Act tone="quiet" onClick={onCancel}>
          {say('asks.never-mind')}
        </Act>
      </Actions>
    </Form>
  );
}

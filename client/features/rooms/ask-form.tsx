import { useMutation } from '@tanstack/react-query';
import { type ComponentType, useState } from 'react';
import type { PersonCard } from '#shared/features/people/model.ts';
import { messageMax } from '#shared/features/rooms/states.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { fieldError } from '#client/ui/problem-sentences.ts';
import { TextBox } from '#client/ui/text-box.tsx';
import { useDraft } from '#client/ui/use-draft.ts';
import { useRoomsChanged } from './use-rooms.ts';

/** Finds somebody and chooses them; another feature's part, so the page hands it in. */
export type FindPersonPart = ComponentType<{
  person: PersonCard | null;
  onChoose: (person: PersonCard | null) => void;
  error: string | undefined;
  label?: string;
}>;

export interface AskFormProps {
  initiativeId: string;
  /** The test it is asked for; left out, it is for the initiative. */
  elementId?: string;
  /** What the form begins with. */
  start?: string;
  FindPerson: FindPersonPart;
  /** Called with how the asked person shows. */
  onDone: (name: string) => void;
  onCancel: () => void;
}

const labels = { personId: say('rooms.who'), message: say('rooms.message') };

/** The team asks a named person for cover. The id is made here, so that sending twice asks once. */
export function AskForm({ initiativeId, elementId, start = '', FindPerson, onDone, onCancel }: AskFormProps) {
  const [roomId] = useState(newId);
  const [person, setPerson] = useState<PersonCard | null>(null);
  const [nobody, setNobody] = useState(false);
  const [touched, setTouched] = useState(false);
  const draft = useDraft(`room-ask:${elementId ?? initiativeId}`);
  const message = touched || draft.text !== '' ? draft.text : start;
  const changed = useRoomsChanged();
  const ask = useMutation(
    api.rooms.ask.mutationOptions({
      onSuccess: async (room) => {
        draft.clear();
        await changed();
        onDone(room.person.label);
      },
    }),
  );
  const problem = ask.error ? problemFrom(ask.error) : null;
  function send() {
    setNobody(person === null);
    if (person !== null) ask.mutate({ id: initiativeId, roomId, personId: person.id, message, elementId: elementId ?? null });
  }
  return (
    <Form label={say('rooms.ask-title')} onSubmit={send}>
      <FindPerson
        person={person}
        onChoose={setPerson}
        label={labels.personId}
        error={fieldError(problem, 'personId') ?? (nobody && person === null ? say('field.required') : undefined)}
      />
      <TextBox
        label={labels.message}
        hint={say('rooms.message-hint')}
        error={fieldError(problem, 'message')}
        value={message}
        onChange={(text) => {
          setTouched(true);
          draft.setText(text);
        }}
        maxLength={messageMax}
      />
      <ProblemNotice problem={problem} labels={labels} />
      <FormEnd send={say('rooms.ask-send')} busy={ask.isPending} onLeave={onCancel} />
    </Form>
  );
}

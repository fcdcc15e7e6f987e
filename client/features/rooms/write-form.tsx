import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Room } from '#shared/features/rooms/model.ts';
import { newId } from '#shared/lib/ids.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Choices } from '#client/ui/choice.tsx';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import css from './rooms.module.css';
import { WordFields, wordLabels } from './word-fields.tsx';
import { useRoomsChanged } from './use-rooms.ts';
import { useWordsDraft, type WordsDraft } from './use-words-draft.ts';

export interface WriteFormProps {
  initiativeId: string;
  /** The room that is written or changed; left out, a new one is offered. */
  room?: Room;
  /** What a new one begins with. */
  what?: string;
  onDone: () => void;
  onCancel: () => void;
}

const answering = [{ value: 'yes', label: say('rooms.answer-for-it'), hint: say('rooms.answer-for-it-hint') }] as const;

/** A sponsor's cover, in their own words; nobody else can write it. */
export function WriteForm({ initiativeId, room, what = '', onDone, onCancel }: WriteFormProps) {
  const { words, set, clear } = useWordsDraft(draftName(initiativeId, room), startOf(room, what));
  const [answers, setAnswers] = useState<'yes'[]>([]);
  const [unsaid, setUnsaid] = useState(false);
  const write = useWriting(initiativeId, room, () => {
    clear();
    onDone();
  });
  const problem = write.error ? problemFrom(write.error) : null;
  function send() {
    setUnsaid(answers.length === 0);
    if (answers.length > 0) write.send(words);
  }
  const title = say(room === undefined ? 'rooms.offer-title' : 'rooms.write-title');
  return (
    <Form label={title} onSubmit={send}>
      {room?.state === 'accepted' && <p className={css['soft']}>{say('rooms.change-hint')}</p>}
      <WordFields words={words} set={set} problem={problem} />
      <Choices
        legend={say('rooms.answer-for-it')}
        hideLegend
        error={unsaid && answers.length === 0 ? say('rooms.answer-for-it-needed') : undefined}
        values={answers}
        onChange={setAnswers}
        options={answering}
      />
      <ProblemNotice problem={problem} labels={wordLabels} />
      <FormEnd send={say(room === undefined || room.version === 0 ? 'rooms.send' : 'rooms.send-again')} busy={write.isPending} onLeave={onCancel} />
    </Form>
  );
}

/** Offers a new room or writes this one. The id is made here, so that sending twice offers once. */
function useWriting(initiativeId: string, room: Room | undefined, onDone: () => void) {
  const [roomId] = useState(newId);
  const changed = useRoomsChanged();
  const done = async () => {
    await changed();
    onDone();
  };
  const offer = useMutation(api.rooms.offer.mutationOptions({ onSuccess: done }));
  const write = useMutation(api.rooms.write.mutationOptions({ onSuccess: done, onError: changed }));
  function send({ safe1, safe2, safe3, ...rest }: WordsDraft) {
    const said = { ...rest, safe: [safe1, safe2, safe3], answersForIt: true as const };
    if (room === undefined) offer.mutate({ id: initiativeId, roomId, ...said });
    else write.mutate({ id: room.id, version: room.version, ...said });
  }
  return { send, error: offer.error ?? write.error, isPending: offer.isPending || write.isPending };
}

function startOf(room: Room | undefined, what: string): Partial<WordsDraft> {
  if (room?.words === undefined || room.words === null) return { what: room?.asked?.message ?? what };
  const { safe, ...rest } = room.words;
  const [safe1 = '', safe2 = '', safe3 = ''] = safe;
  return { ...rest, safe1, safe2, safe3 };
}

function draftName(initiativeId: string, room: Room | undefined): string {
  return room === undefined ? `room:${initiativeId}` : `room:${room.id}:${room.version}`;
}

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Room } from '#shared/features/rooms/model.ts';
import { standOf } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Form } from '#client/ui/form.tsx';
import { FormEnd } from '#client/ui/form-end.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { Pick } from '#client/ui/pick.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useNow } from '#client/ui/use-now.ts';
import { badgeWords } from './room-badge.tsx';
import { factsOf, useRoomsChanged } from './use-rooms.ts';

/** Puts a test under a room that is there already. */
export function Linking({ rooms, elementId, onDone }: { rooms: readonly Room[]; elementId: string; onDone: (sentence: string) => void }) {
  return (
    <OpeningAct words={say('rooms.link-begin')} onDone={onDone}>
      {(close, done) => <LinkForm rooms={rooms} elementId={elementId} onDone={() => done(say('rooms.linked'))} onCancel={close} />}
    </OpeningAct>
  );
}

interface LinkFormProps {
  rooms: readonly Room[];
  elementId: string;
  onDone: () => void;
  onCancel: () => void;
}

function LinkForm({ rooms, elementId, onDone, onCancel }: LinkFormProps) {
  const [id, setId] = useState('');
  const [unchosen, setUnchosen] = useState(false);
  const now = useNow();
  const changed = useRoomsChanged();
  const link = useMutation(
    api.rooms.link.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone();
      },
      onError: changed,
    }),
  );
  function send() {
    setUnchosen(id === '');
    if (id !== '') link.mutate({ id, elementId });
  }
  const options = rooms.map((room) => ({
    value: room.id,
    label: `${badgeWords(room, standOf(factsOf(room), now))}: ${room.words?.what ?? room.asked?.message ?? ''}`,
  }));
  return (
    <Form label={say('rooms.link-begin')} onSubmit={send}>
      <Pick
        label={say('rooms.link-choose')}
        error={unchosen && id === '' ? say('field.choice') : undefined}
        value={id}
        onChange={setId}
        options={options}
        empty={say('rooms.link-none')}
      />
      <ProblemNotice problem={link.error ? problemFrom(link.error) : null} />
      <FormEnd send={say('rooms.link-send')} busy={link.isPending} onLeave={onCancel} />
    </Form>
  );
}

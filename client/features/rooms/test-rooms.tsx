/** Under the card of a test of change: the rooms that cover it, and ways to come under one. */
import { useMutation } from '@tanstack/react-query';
import type { Room } from '#shared/features/rooms/model.ts';
import { isOver, standOf } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { problemFrom } from '#client/api/problem-from.ts';
import { Act } from '#client/ui/act.tsx';
import { Column } from '#client/ui/column.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { ProblemNotice } from '#client/ui/problem-notice.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { useNow } from '#client/ui/use-now.ts';
import type { FindPersonPart } from './ask-form.tsx';
import { Linking } from './link-test.tsx';
import { RoomList } from './room-list.tsx';
import { Asking } from './rooms.tsx';
import css from './rooms.module.css';
import { factsOf, useRooms, useRoomsChanged } from './use-rooms.ts';

export interface TestRoomsProps {
  initiativeId: string;
  elementId: string;
  title: string;
  /** The test has been run: it needs no cover any more. */
  settled: boolean;
  FindPerson: FindPersonPart;
}

export function TestRooms(props: TestRoomsProps) {
  return (
    <Disclosure label={say('rooms.test-title')}>
      <Covers {...props} />
    </Disclosure>
  );
}

function Covers({ initiativeId, elementId, title, settled, FindPerson }: TestRoomsProps) {
  const list = useRooms(initiativeId);
  const { here, done } = useDone();
  const may = useCan('room.link', { initiativeId }).ok;
  const now = useNow();
  const items = list.data?.items ?? [];
  const covers = items.filter((room) => room.tests.some((test) => test.elementId === elementId));
  const others = items.filter((room) => !covers.includes(room) && !isOver(standOf(factsOf(room), now)));
  return (
    <Column>
      <Fetching query={list} what={say('rooms.test-title')} lines={1} />
      <Column at={here}>
        {list.data && covers.length === 0 && <p className={css['soft']}>{say('rooms.test-none')}</p>}
        <RoomList items={covers} label={say('rooms.test-title')} onDone={done} />
      </Column>
      {list.data && may && !settled && (
        <div className={css['ways']}>
          {others.length > 0 && <Linking rooms={others} elementId={elementId} onDone={done} />}
          <Asking initiativeId={initiativeId} elementId={elementId} start={title} FindPerson={FindPerson} onDone={done} />
          {covers
            .filter((room) => !isOver(standOf(factsOf(room), now)))
            .map((room) => (
              <Unlinking key={room.id} room={room} elementId={elementId} onDone={done} />
            ))}
        </div>
      )}
    </Column>
  );
}

function Unlinking({ room, elementId, onDone }: { room: Room; elementId: string; onDone: (sentence: string) => void }) {
  const changed = useRoomsChanged();
  const unlink = useMutation(
    api.rooms.unlink.mutationOptions({
      onSuccess: async () => {
        await changed();
        onDone(say('rooms.unlinked'));
      },
      onError: changed,
    }),
  );
  const word = say('rooms.unlink');
  return (
    <div>
      <Act
        tone="quiet"
        busy={unlink.isPending}
        label={`${word}: ${room.words?.what ?? room.asked?.message ?? ''}`}
        onClick={() => unlink.mutate({ id: room.id, elementId })}
      >
        {word}
      </Act>
      <ProblemNotice problem={unlink.error ? problemFrom(unlink.error) : null} />
    </div>
  );
}

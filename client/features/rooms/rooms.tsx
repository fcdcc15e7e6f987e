/** Rooms to test of an initiative, in its sponsors section: the list, and the two ways one begins. */
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Act } from '#client/ui/act.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { Section } from '#client/ui/section.tsx';
import { AskForm, type FindPersonPart } from './ask-form.tsx';
import { OverRooms, RoomList, useApart, useDone } from './room-list.tsx';
import css from './rooms.module.css';
import { useRooms } from './use-rooms.ts';
import { WriteForm } from './write-form.tsx';

export function Rooms({ initiativeId, FindPerson }: { initiativeId: string; FindPerson: FindPersonPart }) {
  const list = useRooms(initiativeId);
  const { here, done } = useDone();
  const { open, over } = useApart(list.data?.items ?? [], true);
  return (
    <Section level={3} title={say('rooms.title')} hint={say('rooms.plain')}>
      <Fetching query={list} what={say('rooms.title')} lines={2} />
      <div ref={here} tabIndex={-1} className={css['here']}>
        {list.data && open.length === 0 && <EmptyState title={say('rooms.empty')}>{say('rooms.empty-why')}</EmptyState>}
        <RoomList items={open} label={say('rooms.list')} onDone={done} />
      </div>
      {list.data && (
        <div className={css['ways']}>
          <Offering initiativeId={initiativeId} onDone={done} />
          <Asking initiativeId={initiativeId} FindPerson={FindPerson} onDone={done} />
        </div>
      )}
      <OverRooms items={over} onDone={done} />
    </Section>
  );
}

interface WayProps {
  initiativeId: string;
  onDone: (sentence: string) => void;
}

function Offering({ initiativeId, onDone }: WayProps) {
  const may = useCan('room.offer', { initiativeId });
  return (
    <Opening
      act={(open, toggle) => (
        <Act verdict={may} expanded={open} tone="plain" onClick={toggle}>
          {say('rooms.offer')}
        </Act>
      )}
    >
      {(close) => (
        <WriteForm
          initiativeId={initiativeId}
          onDone={() => {
            close();
            onDone(say('rooms.offered'));
          }}
          onCancel={close}
        />
      )}
    </Opening>
  );
}

/** Only shown to those who may: asking for cover is the team's. */
export function Asking({
  initiativeId,
  elementId,
  start,
  FindPerson,
  onDone,
}: WayProps & { elementId?: string; start?: string; FindPerson: FindPersonPart }) {
  const may = useCan('room.ask', { initiativeId });
  if (!may.ok) return null;
  return (
    <Opening
      act={(open, toggle) => (
        <Act expanded={open} tone="plain" onClick={toggle}>
          {say('rooms.ask')}
        </Act>
      )}
    >
      {(close) => (
        <AskForm
          initiativeId={initiativeId}
          {...(elementId === undefined ? {} : { elementId })}
          {...(start === undefined ? {} : { start })}
          FindPerson={FindPerson}
          onDone={(name) => {
            close();
            onDone(say('rooms.ask-sent', { name }));
          }}
          onCancel={close}
        />
      )}
    </Opening>
  );
}

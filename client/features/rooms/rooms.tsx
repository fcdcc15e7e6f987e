/** Rooms to test of an initiative, in its sponsors section: the list, and the two ways one begins. */
import { say } from '#shared/words/say.ts';
import { useCan } from '#client/api/can.ts';
import { Column } from '#client/ui/column.tsx';
import { EmptyState } from '#client/ui/empty-state.tsx';
import { Fetching } from '#client/ui/fetching.tsx';
import { OpeningAct } from '#client/ui/opening-act.tsx';
import { Section } from '#client/ui/section.tsx';
import { useDone } from '#client/ui/use-done.ts';
import { AskForm, type FindPersonPart } from './ask-form.tsx';
import { OverRooms, RoomList, useApart } from './room-list.tsx';
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
      <Column at={here}>
        {list.data && open.length === 0 && <EmptyState title={say('rooms.empty')}>{say('rooms.empty-why')}</EmptyState>}
        <RoomList items={open} label={say('rooms.list')} onDone={done} />
      </Column>
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
    <OpeningAct words={say('rooms.offer')} verdict={may} onDone={onDone}>
      {(close, done) => <WriteForm initiativeId={initiativeId} onDone={() => done(say('rooms.offered'))} onCancel={close} />}
    </OpeningAct>
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
    <OpeningAct words={say('rooms.ask')} onDone={onDone}>
      {(close, done) => (
        <AskForm
          initiativeId={initiativeId}
          {...(elementId === undefined ? {} : { elementId })}
          {...(start === undefined ? {} : { start })}
          FindPerson={FindPerson}
          onDone={(name) => done(say('rooms.ask-sent', { name }))}
          onCancel={close}
        />
      )}
    </OpeningAct>
  );
}

import type { Room } from '#shared/features/rooms/model.ts';
import { type RoomStand, whyMax } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { api } from '#client/api/api.ts';
import { Act } from '#client/ui/act.tsx';
import { Opening } from '#client/ui/opening.tsx';
import { Saying } from '#client/ui/saying.tsx';
import css from './rooms.module.css';
import { useRoomsChanged } from './use-rooms.ts';
import { WriteForm } from './write-form.tsx';

export interface RoomActsProps {
  room: Room;
  stand: RoomStand;
  onDone: (sentence: string) => void;
}

/** What only the sponsor of a room can do with it. */
export function SponsorActs({ room, stand, onDone }: RoomActsProps) {
  if (stand !== 'asked' && stand !== 'offered' && stand !== 'covers' && stand !== 'run-out') return null;
  return (
    <div className={css['acts']}>
      <Writing room={room} stand={stand} onDone={onDone} />
      {stand === 'asked' ? <Declining id={room.id} onDone={onDone} /> : <Revoking id={room.id} onDone={onDone} />}
    </div>
  );
}

function Writing({ room, stand, onDone }: RoomActsProps) {
  const asked = stand === 'asked';
  return (
    <Opening
      act={(open, toggle) => (
        <Act tone={asked && !open ? 'ember' : 'plain'} expanded={open} onClick={toggle}>
          {say(asked ? 'rooms.write' : 'rooms.change')}
        </Act>
      )}
    >
      {(close) => (
        <WriteForm
          initiativeId={room.initiative.id}
          room={room}
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

function Declining({ id, onDone }: { id: string; onDone: RoomActsProps['onDone'] }) {
  const changed = useRoomsChanged();
  return (
    <Saying
      title={say('rooms.decline')}
      question={say('rooms.decline-why')}
      hint={say('rooms.decline-hint')}
      send={say('rooms.decline-send')}
      field="why"
      max={whyMax}
      draftName={`room-no:${id}`}
      run={(why) => api.rooms.decline.call({ id, why })}
      changed={changed}
      thanks={say('rooms.declined')}
      onDone={onDone}
    />
  );
}

function Revoking({ id, onDone }: { id: string; onDone: RoomActsProps['onDone'] }) {
  const changed = useRoomsChanged();
  return (
    <Saying
      title={say('rooms.revoke')}
      question={say('rooms.revoke-why')}
      hint={say('rooms.revoke-hint')}
      send={say('rooms.revoke-send')}
      field="why"
      max={whyMax}
      draftName={`room-back:${id}`}
      run={(why) => api.rooms.revoke.call({ id, why })}
      changed={changed}
      thanks={say('rooms.revoked')}
      onDone={onDone}
    />
  );
}

import { useRef } from 'react';
import type { Room } from '#shared/features/rooms/model.ts';
import { isOver, standOf } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { useAnnounce } from '#client/ui/announcer.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { useNow } from '#client/ui/use-now.ts';
import { RoomCard } from './room-card.tsx';
import css from './rooms.module.css';
import { factsOf } from './use-rooms.ts';

/** Says what was done, and puts the focus where it can be seen. */
export function useDone() {
  const announce = useAnnounce();
  const here = useRef<HTMLDivElement>(null);
  function done(sentence: string) {
    announce(sentence);
    here.current?.focus();
  }
  return { here, done };
}

export interface RoomListProps {
  items: readonly Room[];
  alone?: boolean;
  label: string;
  onDone: (sentence: string) => void;
}

export function RoomList({ items, alone = false, label, onDone }: RoomListProps) {
  if (items.length === 0) return null;
  return (
    <ul aria-label={label} className={css['list']}>
      {items.map((room) => (
        <RoomCard key={room.id} room={room} alone={alone} onDone={onDone} />
      ))}
    </ul>
  );
}

/** Rooms that are over, folded away until somebody asks. */
export function OverRooms({ items, alone = false, onDone }: Omit<RoomListProps, 'label'>) {
  if (items.length === 0) return null;
  const label = say('rooms.over-list', { count: items.length });
  return (
    <Disclosure label={label}>
      <RoomList items={items} alone={alone} label={label} onDone={onDone} />
    </Disclosure>
  );
}

/** Rooms apart: those that hold or may hold, those whose learning is still asked for, and those that are over. */
export function useApart(items: readonly Room[], learnedToo: boolean): { open: Room[]; over: Room[] } {
  const now = useNow();
  const isClosed = (room: Room) => {
    const facts = factsOf(room);
    const asksToLearn = learnedToo && room.covered && room.learned === null;
    return isOver(standOf(facts, now)) && !asksToLearn;
  };
  return { open: items.filter((room) => !isClosed(room)), over: items.filter(isClosed) };
}

import type { Room } from '#shared/features/rooms/model.ts';
import { isOver, standOf } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { CardList } from '#client/ui/card-list.tsx';
import { Disclosure } from '#client/ui/disclosure.tsx';
import { useNow } from '#client/ui/use-now.ts';
import { RoomCard } from './room-card.tsx';
import { factsOf } from './use-rooms.ts';

export interface RoomListProps {
  items: readonly Room[];
  alone?: boolean;
  label: string;
  onDone: (sentence: string) => void;
}

export function RoomList({ items, alone = false, label, onDone }: RoomListProps) {
  if (items.length === 0) return null;
  return (
    <CardList label={label}>
      {items.map((room) => (
        <RoomCard key={room.id} room={room} alone={alone} onDone={onDone} />
      ))}
    </CardList>
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

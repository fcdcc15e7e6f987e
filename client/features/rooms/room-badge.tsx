import { Umbrella, UmbrellaOff } from 'lucide-react';
import type { Room } from '#shared/features/rooms/model.ts';
import { badgeRank, type RoomStand, standOf } from '#shared/features/rooms/states.ts';
import { say } from '#shared/words/say.ts';
import { calendarDay } from '#client/ui/dates.ts';
import { useNow } from '#client/ui/use-now.ts';
import css from './rooms.module.css';
import { factsOf, useRooms } from './use-rooms.ts';

/** On the card of a test of change: whether somebody covers it, at this moment. */
export function TestBadge({ initiativeId, elementId }: { initiativeId: string; elementId: string }) {
  const { data } = useRooms(initiativeId);
  const now = useNow();
  const over = (data?.items ?? []).filter((room) => room.tests.some((test) => test.elementId === elementId));
  const [first] = over.map((room) => ({ room, stand: standOf(factsOf(room), now) })).toSorted((a, b) => badgeRank(a.stand) - badgeRank(b.stand));
  return (
    <span role="status" className={css['badge']} data-stand={first?.stand ?? 'none'}>
      {first && <Words room={first.room} stand={first.stand} />}
    </span>
  );
}

function Words({ room, stand }: { room: Room; stand: RoomStand }) {
  const Sign = stand === 'covers' ? Umbrella : UmbrellaOff;
  return (
    <>
      <Sign size={16} aria-hidden />
      {badgeWords(room, stand)}
    </>
  );
}

export function badgeWords({ person: { label: name }, words }: Room, stand: RoomStand): string {
  switch (stand) {
    case 'covers':
      return say('rooms.badge-covers', { name, day: words === null ? '' : calendarDay(words.until) });
    case 'asked':
    case 'declined':
    case 'offered':
    case 'taken-back':
      return say(`rooms.badge-${stand}`, { name });
    case 'run-out':
    case 'ended':
    case 'not-needed':
      return say(`rooms.badge-${stand}`);
  }
}

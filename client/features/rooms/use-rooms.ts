import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Room } from '#shared/features/rooms/model.ts';
import { type RoomFacts, type RoomStand, standOf } from '#shared/features/rooms/states.ts';
import { api } from '#client/api/api.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { useNow } from '#client/ui/use-now.ts';

/** Rooms to test of an initiative, live. */
export function useRooms(initiativeId: string) {
  const input = { id: initiativeId };
  useTopics([`initiative:${initiativeId}/rooms`], [api.rooms.list.key({ input })]);
  return useQuery(api.rooms.list.queryOptions({ input }));
}

/** Asks for every list of rooms, and for what waits for me, again. */
export function useRoomsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([api.rooms.key(), api.people.me.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}

/** How a room stands at this moment: on a page that stays open its last day passes too. */
export function useStand(room: Room): RoomStand {
  return standOf(factsOf(room), useNow());
}

export function factsOf({ state, words, covered }: Room): RoomFacts {
  return { state, until: words?.until ?? null, covered };
}

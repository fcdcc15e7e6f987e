import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { useTopics } from '#client/realtime/live.tsx';

/** Asks of an initiative, live. */
export function useAsks(initiativeId: string) {
  const input = { id: initiativeId };
  useTopics([`initiative:${initiativeId}/asks`], [api.asks.list.key({ input })]);
  return useQuery(api.asks.list.queryOptions({ input }));
}

/** Asks for every list of asks, and for what waits for me, again. */
export function useAsksChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([api.asks.key(), api.people.me.key()].map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
}

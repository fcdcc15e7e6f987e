import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { useTopics } from '#client/realtime/live.tsx';

/** Pledges to an initiative, live. */
export function usePledges(initiativeId: string) {
  const input = { id: initiativeId };
  useTopics([`initiative:${initiativeId}/pledges`], [api.pledges.list.key({ input })]);
  return useQuery(api.pledges.list.queryOptions({ input }));
}

/** Asks for every list of pledges again. */
export function usePledgesChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: api.pledges.key() });
}

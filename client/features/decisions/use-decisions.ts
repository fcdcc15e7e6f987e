import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { useTopics } from '#client/realtime/live.tsx';

/** Proposals of an initiative with their answers, live. */
export function useDecisions(initiativeId: string) {
  const input = { id: initiativeId };
  useTopics([`initiative:${initiativeId}/decisions`], [api.decisions.list.key({ input })]);
  return useQuery(api.decisions.list.queryOptions({ input }));
}

/** Asks for every list of proposals again. */
export function useDecisionsChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: api.decisions.key() });
}

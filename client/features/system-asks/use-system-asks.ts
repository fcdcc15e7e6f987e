import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useTopics } from '#client/realtime/live.tsx';

export type SystemAsk = Awaited<ReturnType<Calls['systemAsks']['read']>>;
export type JoinedBlocker = SystemAsk['blockers'][number];

/** One system ask, live. */
export function useSystemAsk(id: string) {
  const input = { id };
  useTopics([`system-ask:${id}`], [api.systemAsks.read.key({ input })]);
  return useQuery(api.systemAsks.read.queryOptions({ input }));
}

/** The system asks that blockers of an initiative stand in, live. */
export function useSystemAsksOf(initiativeId: string) {
  const input = { id: initiativeId };
  useTopics([`initiative:${initiativeId}/system-asks`], [api.systemAsks.ofInitiative.key({ input })]);
  return useQuery(api.systemAsks.ofInitiative.queryOptions({ input }));
}

/** Asks for everything about system asks again. */
export function useSystemAsksChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: api.systemAsks.key() });
}

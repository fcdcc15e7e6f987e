import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useTopics } from '#client/realtime/live.tsx';

export type Initiative = Awaited<ReturnType<Calls['initiatives']['read']>>;
export type InitiativeCard = Awaited<ReturnType<Calls['initiatives']['list']>>['items'][number];

/** The head of an initiative, kept true while it is on the screen. */
export function useInitiative(id: string) {
  const options = api.initiatives.read.queryOptions({ input: { id } });
  useTopics([`initiative:${id}/head`, `initiative:${id}/endorsements`, `initiative:${id}/elements`], [options.queryKey]);
  return useQuery(options);
}

/** What one can do in an initiative; each answers with the initiative as it is then. */
export function useInitiativeActs(id: string) {
  const queries = useQueryClient();
  const onSuccess = async (now: Initiative) => {
    queries.setQueryData(api.initiatives.read.queryKey({ input: { id } }), now);
    await Promise.all([
      queries.invalidateQueries({ queryKey: api.people.me.key() }),
      queries.invalidateQueries({ queryKey: api.initiatives.list.key() }),
    ]);
  };
  return {
    join: useMutation(api.initiatives.join.mutationOptions({ onSuccess })),
    leave: useMutation(api.initiatives.leave.mutationOptions({ onSuccess })),
    setPerspectives: useMutation(api.initiatives.setPerspectives.mutationOptions({ onSuccess })),
    change: useMutation(api.initiatives.change.mutationOptions({ onSuccess })),
  };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';

/** Standing behind it; what is shown is asked for again, also when the purpose turned out to have moved. */
export function useEndorse(onDone: () => void) {
  const queries = useQueryClient();
  const refresh = async (initiativeId: string) => {
    const stale = [api.endorsements.key(), api.initiatives.read.key({ input: { id: initiativeId } })];
    await Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })));
  };
  return useMutation(
    api.endorsements.endorse.mutationOptions({
      onSuccess: async (_made, { id }) => {
        await refresh(id);
        onDone();
      },
      onError: (_thrown, { id }) => refresh(id),
    }),
  );
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Place } from '#client/api/me.ts';

/** What a keeper can change; each answers with the place as it is then. */
export function useChangePlace() {
  const queries = useQueryClient();
  const onSuccess = (place: Place) => void queries.setQueryData(api.place.read.queryKey(), place);
  return {
    change: useMutation(api.place.change.mutationOptions({ onSuccess })),
    putGroup: useMutation(api.place.putGroup.mutationOptions({ onSuccess })),
    putSite: useMutation(api.place.putSite.mutationOptions({ onSuccess })),
  };
}

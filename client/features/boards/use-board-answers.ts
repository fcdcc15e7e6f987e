/** What the server knows about a board outside its live document. */
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import { useMe } from '#client/api/me.ts';
import type { Attribution } from '#client/elements/card-context.ts';
import { useTopics } from '#client/realtime/live.tsx';

export type Entry = Awaited<ReturnType<Calls['boards']['activity']>>['items'][number];
export type Moved = Awaited<ReturnType<Calls['boards']['moved']>>;

/** Who added and who changed each card. */
export function useAttribution(id: string): (cardId: string) => Attribution | null {
  const options = api.boards.elements.queryOptions({ input: { id } });
  useTopics([`initiative:${id}/elements`], [options.queryKey]);
  const { data } = useQuery(options);
  return useMemo(() => {
    const known = new Map((data?.items ?? []).map((row) => [row.id, row]));
    return (cardId) => known.get(cardId) ?? null;
  }, [data]);
}

/** What happened, newest first, a page at a time. */
export function useActivity(id: string) {
  const options = api.boards.activity.infiniteOptions({
    input: (cursor: number | undefined) => (cursor === undefined ? { id } : { id, cursor }),
    initialPageParam: undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
  useTopics([`initiative:${id}/activity`], [options.queryKey]);
  return useInfiniteQuery(options);
}

/**
 * What moved since this person looked, asked once when the board opens; then they have looked. What moves while they are here
 * they see as it happens.
 */
export function useMoved(id: string): Moved | null {
  const { person } = useMe();
  const personId = person?.id ?? null;
  const options = api.boards.moved.queryOptions({ input: { id } });
  const { data } = useQuery({
    ...options,
    enabled: personId !== null,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { mutate } = useMutation(api.boards.looked.mutationOptions());
  const looked = useRef(false);
  useEffect(() => {
    if (data === undefined || looked.current) return;
    looked.current = true;
    mutate({ id });
  }, [data, id, mutate]);
  return data ?? null;
}

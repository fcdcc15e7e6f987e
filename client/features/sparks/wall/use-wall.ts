import { useDeferredValue } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import { useTopics } from '#client/realtime/live.tsx';
import { asParams, type WallFilters } from './filters.ts';

/** The wall, page by page, asked for again whenever something on it changes. */
export function useWall(filters: WallFilters) {
  const mayRead = useCan('spark.read');
  useTopics(['wall'], [api.sparks.list.key()]);
  const wall = useInfiniteQuery(
    api.sparks.list.infiniteOptions({
      input: (cursor: string | null) => ({ ...asParams(filters), ...(cursor === null ? {} : { cursor }) }),
      initialPageParam: null,
      getNextPageParam: (page) => page.next,
      enabled: mayRead.ok,
      placeholderData: (before) => before,
    }),
  );
  // Thirty cards take a cheap phone a while to draw: whoever types meanwhile goes first.
  const data = useDeferredValue(wall.data);
  return { ...wall, mayRead, isPending: data === undefined, cards: data?.pages.flatMap((page) => page.items) ?? [] };
}

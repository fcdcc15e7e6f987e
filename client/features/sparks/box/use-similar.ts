import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api } from '#client/api/api.ts';
import { useCan } from '#client/api/can.ts';
import type { SimilarThing } from '#shared/features/sparks/model.ts';
import { longestSpark } from '#shared/features/sparks/kinds.ts';

const pauseMs = 500;
const fewestLetters = 12;

/** Things like these words, asked for a moment after the last key. What was found stays while more is asked. */
export function useSimilar(text: string): readonly SimilarThing[] {
  const mayRead = useCan('spark.read').ok;
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  const worthIt = mayRead && asked.length >= fewestLetters && asked.length <= longestSpark && text.trim() !== '';
  const { data } = useQuery(
    api.sparks.similar.queryOptions({
      input: { text: asked },
      enabled: worthIt,
      placeholderData: (before) => before,
      staleTime: 60_000,
      gcTime: 60_000,
      retry: false,
    }),
  );
  return worthIt ? (data?.items ?? []) : [];
}

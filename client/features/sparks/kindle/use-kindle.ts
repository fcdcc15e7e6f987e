import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '#client/api/api.ts';
import type { Calls } from '#client/api/call.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import type { HelpAmount, Sentence, Spark } from '#shared/features/sparks/model.ts';

export interface Said {
  readonly sentence: Sentence;
  readonly line: string;
  readonly amount?: HelpAmount | null;
  readonly perspectives: Perspective[];
}

/** Saying a sentence about a spark and taking it back. Every screen that shows the spark follows at once. */
export function useKindle(id: string) {
  const queries = useQueryClient();
  const show = { onSuccess: (spark: Spark) => showSpark(queries, spark) };
  const saying = useMutation(api.sparks.kindle.mutationOptions(show));
  const takingBack = useMutation(api.sparks.unkindle.mutationOptions(show));
  return {
    say: (said: Said, then?: () => void) => saying.mutate({ id, ...said }, then === undefined ? {} : { onSuccess: then }),
    takeBack: (sentence: Sentence, then?: () => void) => takingBack.mutate({ id, sentence }, then === undefined ? {} : { onSuccess: then }),
    busy: saying.isPending || takingBack.isPending,
    /** The last sentence that arrived. */
    said: saying.isSuccess ? saying.variables.sentence : null,
    error: saying.error ?? takingBack.error,
  };
}

type Wall = { pages: Awaited<ReturnType<Calls['sparks']['list']>>[]; pageParams: unknown[] };

/** Puts what the server answered where the spark is shown: on its own page and on every wall. */
export function showSpark(queries: QueryClient, spark: Spark): void {
  queries.setQueryData(api.sparks.read.queryKey({ input: { id: spark.id } }), spark);
  queries.setQueriesData<Wall>({ queryKey: api.sparks.list.key({ type: 'infinite' }) }, (wall) => {
    if (wall === undefined) return undefined;
    const pages = wall.pages.map((page) => ({ ...page, items: page.items.map((card) => (card.id === spark.id ? spark : card)) }));
    return { ...wall, pages };
  });
}

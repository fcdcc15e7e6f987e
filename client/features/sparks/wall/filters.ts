/** What of the wall is shown; it lives in the address, so that going back finds the same wall. */
import { useSearchParams } from 'wouter';
import { sparkKinds, sparkStates } from '#shared/features/sparks/kinds.ts';
import type { Perspective } from '#shared/features/people/model.ts';
import type { SparkKind, SparkState } from '#shared/features/sparks/model.ts';
import { allPerspectives } from '../box/choices.ts';

export interface WallFilters {
  readonly search: string;
  readonly siteId: string | null;
  readonly kind: SparkKind | null;
  readonly state: SparkState | null;
  readonly perspective: Perspective | null;
}

export const noFilters: WallFilters = { search: '', siteId: null, kind: null, state: null, perspective: null };

export function useFilters(): [WallFilters, (change: Partial<WallFilters>) => void] {
  const [params, setParams] = useSearchParams();
  const filters = filtersFrom(params);
  return [filters, (change) => setParams(asParams({ ...filters, ...change }), { replace: true })];
}

/** What an address asks for; words it does not know are passed over. */
export function filtersFrom(params: URLSearchParams): WallFilters {
  const oneOf = <T extends string>(name: string, known: readonly T[]) => known.find((one) => one === params.get(name)) ?? null;
  return {
    search: (params.get('search') ?? '').slice(0, 200),
    siteId: params.get('siteId'),
    kind: oneOf('kind', sparkKinds),
    state: oneOf('state', sparkStates),
    perspective: oneOf('perspective', allPerspectives),
  };
}

/** Only what is filtered by: the same names in our address, in the API's and in the download's. */
export function asParams(filters: WallFilters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''));
}

export function countFilters(filters: WallFilters): number {
  return Object.keys(asParams(filters)).length;
}

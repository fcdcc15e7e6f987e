import { type Place, usePlace } from '#client/api/me.ts';

type Site = Place['sites'][number];

/** The place's sites: those one can choose, and the name of any. */
export function useSites(): { open: readonly Site[]; nameOf: (id: string | null) => string | null } {
  const sites = usePlace()?.sites ?? [];
  return { open: sites.filter((site) => !site.archived), nameOf: (id) => sites.find((site) => site.id === id)?.name ?? null };
}

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Standing } from '#shared/policy/facts.ts';
import { api } from './api.ts';
import type { Calls } from './call.ts';
import { forget } from './device.ts';
import { leaveStores } from './person-store.ts';

export type Me = Awaited<ReturnType<Calls['people']['me']>>;
export type Place = Awaited<ReturnType<Calls['place']['read']>>;

/** Who is looking. `me` is null until the first answer (`pending`), afterwards always known; `person` is null for somebody not signed in. */
export function useMe(): { me: Me | null; person: Me['person']; standing: Standing; pending: boolean } {
  const { data, isPending } = useQuery(api.people.me.queryOptions({ meta: { keepAs: 'me' }, staleTime: 60_000 }));
  return { me: data ?? null, person: data?.person ?? null, standing: data?.standing ?? 'visitor', pending: isPending };
}

/** The place with its groups and sites; null until the first answer. */
export function usePlace(): Place | null {
  const { data } = useQuery(api.place.read.queryOptions({ meta: { keepAs: 'place' }, staleTime: 300_000 }));
  return data ?? null;
}

/** Call after signing in or out: everything shown so far was answered to somebody else. */
export function useChangedPerson(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    forget('answer:');
    leaveStores();
    await client.resetQueries();
  }, [client]);
}

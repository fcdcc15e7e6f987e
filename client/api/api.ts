/** The contract as TanStack Query options: `useQuery(api.sparks.read.queryOptions({ input: { id } }))`. */
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { calls } from './call.ts';

export const api = createTanstackQueryUtils(calls);

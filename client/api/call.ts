/** The contract as plain promises. Every thrown thing is read with `problemFrom`. */
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import type { contract } from '#shared/contract/contract.ts';
import routes from 'virtual:contract-routes';

export type Calls = JsonifiedClient<ContractRouterClient<typeof contract>>;

const link = new OpenAPILink(routes, {
  url: () => `${location.origin}/api/v1`,
  // A page of another site can not set this header without our leave, so a request that carries it was made by our own page.
  headers: { 'x-kindling': '1' },
  fetch: (request, init) => fetch(request, { ...init, credentials: 'same-origin' }),
});

export const calls: Calls = createORPCClient(link);

/** People who talk to a server over HTTP as tools do: the contract's client with a cookie jar. */
import type { ContractRouterClient } from '@orpc/contract';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { contract } from '#shared/contract/contract.ts';
import { newId } from '#shared/lib/ids.ts';
import { problemBody } from '#shared/lib/problem.ts';

export type Call = JsonifiedClient<ContractRouterClient<typeof contract>>;

/** Somebody with a cookie jar. A visitor has an empty one. */
export interface Somebody {
  readonly name: string;
  readonly personId: string;
  readonly call: Call;
  /** The Cookie header to send along. */
  cookie(): string;
  fetch(address: string, init?: RequestInit): Promise<Response>;
}

/** Signs up a new person of this server. */
export async function signUp(url: string, name: string): Promise<Somebody> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${newId()
    .slice(0, 6)
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, 'x')}@example.org`;
  const person = somebody(url, name, '');
  const answer = await person.fetch('/api/auth/sign-up/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ name, email, password: 'correct horse battery' }),
  });
  if (!answer.ok) throw new Error(`could not sign up: ${answer.status} ${await answer.text()}`);
  const me = await person.call.people.me();
  return { ...person, personId: me.person?.id ?? '' };
}

/** Somebody with an empty cookie jar, or one that holds these cookies. */
export function somebody(url: string, name: string, personId: string, cookies = ''): Somebody {
  const jar = new Map<string, string>();
  for (const pair of cookies.split('; ').filter((one) => one !== '')) keep(jar, pair);
  const cookie = () => [...jar].map(([key, value]) => `${key}=${value}`).join('; ');
  const fetchWithJar = async (address: string | URL, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (jar.size > 0) headers.set('cookie', cookie());
    const answer = await fetch(new URL(address, url), { ...init, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) keep(jar, set);
    return answer;
  };
  const link = new OpenAPILink(contract, {
    url: `${url}/api/v1`,
    fetch: (request, init) =>
      fetchWithJar(request.url, {
        method: request.method,
        headers: request.headers,
        body: request.body,
        ...init,
        ...(request.body === null ? {} : { duplex: 'half' }),
      }),
    customErrorResponseBodyDecoder: (body, response) => {
      const problem = problemBody.safeParse(body);
      return problem.success ? new ORPCError(problem.data.code, { status: response.status, message: problem.data.reason, data: problem.data }) : null;
    },
  });
  return { name, personId, call: createORPCClient(link), cookie, fetch: fetchWithJar };
}

function keep(jar: Map<string, string>, setCookie: string): void {
  const [pair = '', ...attributes] = setCookie.split(';');
  const at = pair.indexOf('=');
  const gone = attributes.some((one) => /^\s*max-age=0\s*$/i.test(one));
  if (gone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

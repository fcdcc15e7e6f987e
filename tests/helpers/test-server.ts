/** A real server on a free port with a database of its own, and people who talk to it over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ContractRouterClient } from '@orpc/contract';
import { createORPCClient, ORPCError } from '@orpc/client';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { type RunningServer, startServer } from '#server/start/start-server.ts';
import { contract } from '#shared/contract/contract.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { problemBody, type ProblemBody } from '#shared/lib/problem.ts';
import { rootFolder } from './databases.ts';

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

export interface TestServer extends RunningServer {
  readonly dataDir: string;
  visitor(): Somebody;
  /** Signs up a new person; the first one is the place's keeper. */
  join(name: string): Promise<Somebody>;
}

export interface TestServerOptions {
  readonly database?: string;
  readonly clock?: Clock;
  readonly demo?: boolean;
  readonly dataDir?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Started on port 0 with rate limits off; `close` also removes its folder. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'kindling-'));
  const env = readEnv({
    PORT: '0',
    DATA_DIR: dataDir,
    DEMO: options.demo === true ? 'on' : 'off',
    RATE_LIMITS: 'off',
    LOG_LEVEL: 'silent',
    ...(options.database === undefined ? {} : { DATABASE_URL: options.database }),
    ...options.env,
  });
  const server = await startServer(configFrom(env, rootFolder), options.clock === undefined ? {} : { clock: options.clock });
  return {
    ...server,
    dataDir,
    visitor: () => somebody(server.url, 'Nobody', ''),
    join: (name) => signUp(server.url, name),
    async close() {
      await server.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** What a refused call was refused with. @throws when the call was not refused */
export async function refusal(call: Promise<unknown>): Promise<ProblemBody> {
  try {
    await call;
  } catch (thrown) {
    if (thrown instanceof ORPCError) return problemBody.parse(thrown.data);
    throw thrown;
  }
  throw new Error('the call was not refused');
}

async function signUp(url: string, name: string): Promise<Somebody> {
  const email = `${name.toLowerCase().replaceAll(/[^a-z]+/g, '-')}-${newId().slice(0, 6).toLowerCase().replaceAll(/[^a-z0-9]/g, 'x')}@example.org`;
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

function somebody(url: string, name: string, personId: string): Somebody {
  const jar = new Map<string, string>();
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
    fetch: (request, init) => fetchWithJar(request.url, { method: request.method, headers: request.headers, body: request.body, ...init, ...(request.body === null ? {} : { duplex: 'half' }) }),
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

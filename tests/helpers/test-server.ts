/** A real server on a free port with a database of its own, and people who talk to it over HTTP. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ORPCError } from '@orpc/client';
import type { PushDoor } from '#server/adapters/push/push.ts';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { type RunningServer, startServer } from '#server/start/start-server.ts';
import type { Clock } from '#shared/lib/clock.ts';
import { problemBody, type ProblemBody } from '#shared/lib/problem.ts';
import { rootFolder } from './root-folder.ts';
import { signUp, somebody, type Somebody } from './somebody.ts';

export type { Call, Somebody } from './somebody.ts';

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
  /** What web push may reach, for a test that is its own push service. */
  readonly pushDoor?: PushDoor;
  /** Another folder with drizzle/ and dist/, to try a build of one's own. */
  readonly root?: string;
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
  const server = await startServer(configFrom(env, options.root ?? rootFolder), {
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.pushDoor === undefined ? {} : { pushDoor: options.pushDoor }),
  });
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

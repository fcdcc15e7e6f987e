/** A server with something changed in it, in a process of its own that is started where package.json is: says its address, and ends in order when told to. */
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { startServer } from '#server/start/start-server.ts';

export async function serveUntilTold(): Promise<Awaited<ReturnType<typeof startServer>>> {
  const server = await startServer(configFrom(readEnv(), process.cwd()));
  process.on(
    'SIGTERM',
    () =>
      void server.close().then(
        () => process.exit(0),
        () => process.exit(1),
      ),
  );
  process.stdout.write(`open at ${server.url}\n`);
  return server;
}

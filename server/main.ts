/** Starts the server: listens first, so that its address is known, then opens everything else. With `fill` it fills an empty folder and ends. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { configFrom } from './config/config.ts';
import { readEnv } from './config/env.ts';
import { fillBeside, fillPlace } from './start/fill-place.ts';
import { startServer } from './start/start-server.ts';
import { welcomeLines } from './start/welcome.ts';

const config = configFrom(readEnv(), rootFolder());
const [, , what, url = ''] = process.argv;
await (what === 'fill' ? fillPlace(config, url) : serve());

async function serve(): Promise<void> {
  // Once many pages have opened at a time, V8 takes what lives as long as one edit for what lives for ever, and keeps the remains of edits until memory is short.
  setFlagsFromString('--no-allocation-site-pretenuring');
  const server = await startServer(config, { before: (url) => fillBeside(config, fileURLToPath(import.meta.url), url) });
  process.stdout.write(await welcomeLines(server));

  let ending = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (ending) return;
      ending = true;
      void server.close().then(
        () => process.exit(0),
        (err: unknown) => {
          server.app.log.error({ err }, 'could not end in order');
          process.exit(1);
        },
      );
    });
  }
  // A handler that throws must not end the process; what it was doing has already been answered.
  process.on('unhandledRejection', (err) => server.app.log.error({ err }, 'unhandled rejection'));
  process.on('uncaughtException', (err) => server.app.log.error({ err }, 'uncaught exception'));
}

/** The folder with package.json, from the bundle in dist/ as from the sources. */
function rootFolder(): string {
  let folder = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(folder, 'package.json'))) folder = path.dirname(folder);
  return folder;
}

/**
 * The server as it is, but for one number: a story holds more letters than on a board of people, so that a text of a trace stands on one card. Gate,
 * judge and policy are the same.
 */
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { startServer } from '#server/start/start-server.ts';
import { story } from '#shared/elements/story/kind.ts';

Object.assign(story.fields.whatHappened, { max: 30_000 });
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

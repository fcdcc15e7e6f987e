/** The server, with a database that may not grow from the word `full` on, and may again from the word `room` on. SQLite itself says no, as it does on a full disk. */
import { sql } from 'drizzle-orm';
import { fileURLToPath } from 'node:url';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { startServer } from '#server/start/start-server.ts';

const server = await startServer(configFrom(readEnv(), fileURLToPath(new URL('../..', import.meta.url))));
// As few pages as there are now: SQLite sets no bound below them.
const bounds: Readonly<Record<string, number>> = { full: 1, room: 1_000_000_000 };
process.on('message', (word) => {
  const bound = bounds[String(word)];
  if (bound !== undefined) void server.app.db.maintain(sql.raw(`pragma max_page_count = ${bound}`)).then(() => process.send?.('done'));
});
process.on(
  'SIGTERM',
  () =>
    void server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    ),
);
process.stdout.write(`open at ${server.url}\n`);

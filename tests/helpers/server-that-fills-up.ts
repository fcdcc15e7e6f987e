/** The server, with a database that may not grow from the word `full` on, and may again from the word `room` on. SQLite itself says no, as it does on a full disk. */
import { sql } from 'drizzle-orm';
import { serveUntilTold } from './serve-until-told.ts';

const server = await serveUntilTold();
// As few pages as there are now: SQLite sets no bound below them.
const bounds: Readonly<Record<string, number>> = { full: 1, room: 1_000_000_000 };
process.on('message', (word) => {
  const bound = bounds[String(word)];
  if (bound !== undefined) void server.app.db.maintain(sql.raw(`pragma max_page_count = ${bound}`)).then(() => process.send?.('done'));
});

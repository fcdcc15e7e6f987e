/**
 * The server, which ends without warning at the point the first argument names, the so-manieth time it comes there. Its clock is as many hours ahead
 * as the third says, so that a board is folded. Points lie around what SQLite is told to do, and around what a room tells its pages.
 */
import Database from 'better-sqlite3';
import { Room } from '#server/boards/room.ts';
import { configFrom } from '#server/config/config.ts';
import { readEnv } from '#server/config/env.ts';
import { startServer } from '#server/start/start-server.ts';

/** Points within a transaction, before the SQL is carried out that begins so. */
const beginnings = {
  'while the board is read': /^select .* from "board_client"/,
  'before an edit is written': /^insert into "board_update"/,
  'before a snapshot is written': /^insert into "board_snapshot"/,
  'between a snapshot and letting go of its rows': /^delete from "board_update"/,
};
/** What the transaction under way has written. */
let writing: 'an edit' | 'a snapshot' | null = null;

const [point = '', times = '1', hours = '0'] = process.argv.slice(2);
let armed = false;
let left = Number(times);

function at(name: string): void {
  if (armed && name === point && --left === 0) process.kill(process.pid, 'SIGKILL');
}

const { prepare, exec } = Database.prototype;
Object.assign(Database.prototype, {
  prepare(this: Database.Database, source: string) {
    const statement = prepare.call(this, source);
    const name = Object.entries(beginnings).find(([, beginning]) => beginning.test(source))?.[0];
    if (name === undefined) return statement;
    for (const way of ['run', 'all'] as const) {
      const carryOut = statement[way];
      Object.assign(statement, {
        [way]: (...values: unknown[]) => {
          at(name);
          if (name === 'before an edit is written') writing = 'an edit';
          if (name === 'before a snapshot is written') writing = 'a snapshot';
          return Reflect.apply(carryOut, statement, values) as unknown;
        },
      });
    }
    return statement;
  },
  exec(this: Database.Database, source: string) {
    const what = writing;
    if (source === 'COMMIT') at(`before ${what} is committed`);
    const done = exec.call(this, source);
    if (source === 'COMMIT') at(`after ${what} is committed`);
    if (source === 'COMMIT' || source === 'ROLLBACK') writing = null;
    return done;
  },
});

const { committed } = Room.prototype;
Room.prototype.committed = function (this: Room, entries) {
  committed.call(this, entries);
  at('after pages are told and before they hear');
};

const aheadMs = Number(hours) * 3_600_000;
const server = await startServer(configFrom(readEnv(), process.cwd()), { clock: { now: () => new Date(Date.now() + aheadMs) } });
armed = true;
process.stdout.write(`open at ${server.url}\n`);

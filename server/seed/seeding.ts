/** The app while it seeds: the same commands, all inside one transaction, with a clock that can be set back and nobody listening. */
import type { Clock } from '#shared/lib/clock.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { makeBus } from '../activity/bus.ts';
import { makeBoards } from '../boards/make-boards.ts';
import type { App } from '../context.ts';
import type { Db, Tx } from '../db/db.ts';
import { noOutbox } from '../outbox/outbox.ts';

export interface Seeding {
  readonly app: App;
  /** The moment of seeding, from which days are counted back. */
  readonly now: Date;
  /** From now on it is so many days ago. */
  goTo(daysAgo: number): void;
  /** The day that lies so many days ahead, as 2027-06-12. */
  dayIn(days: number): string;
  /** Ends what the commands left open; call it before the transaction ends. */
  close(): Promise<void>;
}

export function seedingIn(app: App, tx: Tx): Seeding {
  const now = app.clock.now();
  let at = now;
  const clock: Clock = { now: () => at };
  const db = insideOf(tx, app.db);
  const bus = makeBus(app.log);
  const topics = { stale: () => undefined };
  const { log, newId, audit } = app;
  const outbox = noOutbox;
  const boards = makeBoards({ db, log, clock, newId, outbox, bus, audit, topics });
  return {
    app: { ...app, clock, db, outbox, bus, topics, boards },
    now,
    goTo: (daysAgo) => void (at = new Date(now.getTime() - daysAgo * dayMs)),
    dayIn: (days) => new Date(now.getTime() + days * dayMs).toISOString().slice(0, 10),
    close: () => boards.close(),
  };
}

/** A database whose transactions are all part of this one: nothing is kept until it commits, and then everything is. */
function insideOf(tx: Tx, db: Db): Db {
  return {
    ...db,
    sql: tx.sql,
    async transact(work) {
      const hooks: Array<() => void> = [];
      let over = false;
      const result = await work({
        sql: tx.sql,
        t: tx.t,
        run: (source, values) => tx.run(source, values),
        beforeCommit: (hook) => tx.beforeCommit(hook),
        afterCommit: (hook) => (over ? tx.afterCommit(hook) : void hooks.push(hook)),
      });
      over = true;
      for (const hook of hooks) hook();
      return result;
    },
  };
}

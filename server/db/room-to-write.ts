/** Whether the database can write: learnt from what it was given to keep, and tried again, when somebody asks, only after something was not kept. */
import { Problem } from '#shared/lib/problem.ts';
import type { Tx } from './db.ts';

export interface RoomToWrite {
  /** Lets work through. @throws Problem unavailable in place of a driver's error that says nothing can be written now */
  watch<T>(work: () => Promise<T>): Promise<T>;
  /** Ends well when the last thing was kept, or a trial is kept now. @throws Problem unavailable otherwise */
  ask(transact: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>): Promise<void>;
}

/** More than most acts need: where this finds room, they do. */
const trial = `'${'x'.repeat(65_536)}'`;
const retryAfterMs = 5000;

/** @param cannotWrite whether a driver's code for an error means that nothing can be written now, whatever it is */
export function makeRoomToWrite(cannotWrite: (code: string) => boolean): RoomToWrite {
  let failed = false;
  let trying: Promise<unknown> | null = null;
  return {
    async watch(work) {
      try {
        return await work();
      } catch (thrown) {
        const cause = causes(thrown).find((one) => 'code' in one && cannotWrite(String(one.code)));
        if (cause === undefined) throw thrown;
        failed = true;
        // The driver's own error: the query builder's would carry people's words into the log.
        throw new Problem('unavailable', 'problem.not-saved', { retryAfterMs }, { cause });
      }
    },
    async ask(transact) {
      if (!failed) return;
      trying ??= tryIt(transact).finally(() => (trying = null));
      await trying;
      failed = false;
    },
  };
}

/** Kept, and only then thrown away: what is taken back before the commit never meets the disk. */
async function tryIt(transact: (work: (tx: Tx) => Promise<unknown>) => Promise<unknown>): Promise<void> {
  await transact(async (tx) => {
    await tx.run('create table if not exists room_to_write (words text)', []);
    await tx.run(`insert into room_to_write (words) values (${trial})`, []);
  });
  await transact((tx) => tx.run('drop table if exists room_to_write', []));
}

function causes(thrown: unknown): Error[] {
  return thrown instanceof Error ? [thrown, ...causes(thrown.cause)] : [];
}

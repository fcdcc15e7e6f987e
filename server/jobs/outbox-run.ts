/**
 * Sends what waits in the outbox: letters one at a time, pushes some at once. Each is taken with a lease, sent, and marked as sent at once. A process that dies in between leaves it to
 * be taken again, so none is lost. What remains: when it dies after the mail server's "250 accepted" has left that server and before our mark is on disk,
 * that one letter goes again, under the same Message-ID; a push goes again under the same tag, which takes the place of the first on the screen.
 */
import type { App } from '../context.ts';
import type { LetterKind } from '../outbox/letter-kind.ts';
import * as store from '../outbox/store.ts';
import { waitAfter } from './backoff.ts';
import { codesOf, type Failing } from './send-errors.ts';

/** Longer than the slowest conversation with a mail server that `adapters/mail.ts` sits through. */
export const leaseMs = 10 * 60_000;

/** How long an ending server waits for a letter it is in the middle of. */
const patienceMs = 5000;

/** One way out of the house. */
export interface Way {
  readonly kinds: readonly LetterKind[];
  /** How many are sent at the same time. */
  readonly hands: number;
  /** Sends what a row stands for as it reads now. @returns "nobody" when there is nobody to read it any more @throws what could not be sent */
  deliver(row: store.LetterRow): Promise<'sent' | 'nobody'>;
  /** What an error of sending says. */
  whatFails(thrown: unknown): Failing;
}

export interface OutboxRun {
  /** Sends what is due; resolves when nothing is, or nothing can go out. */
  run(): Promise<void>;
  /** Ends after the letter at hand. */
  close(): Promise<void>;
}

export function makeOutboxRun(app: Pick<App, 'db' | 'clock' | 'log' | 'newId'>, way: Way): OutboxRun {
  const desk: Desk = { ...app, way, by: app.newId(), gone: new Set() };
  let ending = false;
  let running: Promise<void> | null = null;
  let again = false;

  async function useHand(): Promise<void> {
    while (!ending && (await sendNext(desk)) === 'go on');
  }
  async function sendAll(): Promise<void> {
    do {
      again = false;
      await Promise.all(Array.from({ length: way.hands }, useHand));
    } while (again && !ending);
  }
  function run(): Promise<void> {
    again = true;
    running ??= sendAll()
      .catch((err: unknown) => app.log.error({ err }, 'the mail run stopped'))
      .finally(() => (running = null));
    return running;
  }
  return {
    run,
    async close() {
      ending = true;
      await Promise.race([running, new Promise((patience) => setTimeout(patience, patienceMs).unref())]);
    },
  };
}

interface Desk extends Pick<App, 'db' | 'clock' | 'log'> {
  readonly way: Way;
  /** Whose lease it is: this process's, this time it runs. */
  readonly by: string;
  /** Letters the mail server has accepted whose mark the database could not take yet: never sent again from here. */
  readonly gone: Set<string>;
}

async function sendNext(desk: Desk): Promise<'go on' | 'stop'> {
  const { by, gone, way } = desk;
  const now = desk.clock.now();
  if (!(await store.isLetterDue(desk.db, way.kinds, now))) return 'stop';
  const row = await desk.db.transact((tx) => store.takeLetter(tx, { kinds: way.kinds, now, leaseEnds: new Date(now.getTime() + leaseMs), by }));
  if (row === null) return 'go on';
  if (!gone.has(row.id)) {
    try {
      if ((await way.deliver(row)) === 'nobody') {
        await desk.db.transact((tx) => store.letterGivenUp(tx, row.id, by, desk.clock.now()));
        return 'go on';
      }
    } catch (thrown) {
      return putOff(desk, row, thrown);
    }
    gone.add(row.id);
  }
  if (!(await desk.db.transact((tx) => store.letterSent(tx, row.id, by, desk.clock.now()))))
    desk.log.warn({ letter: row.id }, 'a letter took longer than its lease');
  gone.delete(row.id);
  return 'go on';
}

async function putOff({ db, clock, log, by, way }: Desk, row: store.LetterRow, thrown: unknown): Promise<'go on' | 'stop'> {
  const fails = way.whatFails(thrown);
  const wait = fails === 'this one for good' ? null : waitAfter(row.attempts);
  log.warn({ letter: row.id, attempts: row.attempts, ...codesOf(thrown), again: wait !== null }, 'a letter could not be sent');
  const now = clock.now();
  await db.transact((tx) =>
    wait === null ? store.letterGivenUp(tx, row.id, by, now) : store.letterLater(tx, row.id, by, new Date(now.getTime() + wait)),
  );
  return fails === 'all of them' ? 'stop' : 'go on';
}

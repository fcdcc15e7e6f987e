/**
 * Sends the letters of the outbox, one at a time. A letter is taken with a lease, sent, and marked as sent at once. A process that dies in between leaves the
 * letter to be taken again, so none is lost. What remains: when it dies after the mail server's "250 accepted" has left that server and before our mark is
 * on disk, that one letter goes again, under the same Message-ID.
 */
import type { Letter } from '../adapters/mail.ts';
import type { App } from '../context.ts';
import * as store from '../outbox/store.ts';
import { waitAfter } from './backoff.ts';
import { codesOf, whatFails } from './smtp-errors.ts';

/** Longer than the slowest conversation with a mail server that `adapters/mail.ts` sits through. */
export const leaseMs = 10 * 60_000;

/** How long an ending server waits for a letter it is in the middle of. */
const patienceMs = 5000;

/** Makes the letter of a row as it reads now; null when there is nobody to read it any more. */
export type Compose = (row: store.LetterRow) => Promise<Letter | null>;

export interface MailRun {
  /** Sends what is due; resolves when nothing is, or the mail server cannot be reached. */
  run(): Promise<void>;
  /** Ends after the letter at hand. */
  close(): Promise<void>;
}

export function makeMailRun(app: Pick<App, 'db' | 'clock' | 'log' | 'mail' | 'newId'>, compose: Compose): MailRun {
  const desk: Desk = { ...app, compose, by: app.newId(), gone: new Set() };
  let ending = false;
  let running: Promise<void> | null = null;
  let again = false;

  async function sendAll(): Promise<void> {
    do {
      again = false;
      while (!ending && (await sendNext(desk)) === 'go on');
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

interface Desk extends Pick<App, 'db' | 'clock' | 'log' | 'mail'> {
  readonly compose: Compose;
  /** Whose lease it is: this process's, this time it runs. */
  readonly by: string;
  /** Letters the mail server has accepted whose mark the database could not take yet: never sent again from here. */
  readonly gone: Set<string>;
}

async function sendNext(desk: Desk): Promise<'go on' | 'stop'> {
  const { by, gone } = desk;
  const now = desk.clock.now();
  if (!(await store.isLetterDue(desk.db, now))) return 'stop';
  const row = await desk.db.transact((tx) => store.takeLetter(tx, { now, leaseEnds: new Date(now.getTime() + leaseMs), by }));
  if (row === null) return 'go on';
  if (!gone.has(row.id)) {
    try {
      const letter = await desk.compose(row);
      if (letter === null) {
        await desk.db.transact((tx) => store.letterGivenUp(tx, row.id, by, desk.clock.now()));
        return 'go on';
      }
      await desk.mail.send(letter);
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

async function putOff({ db, clock, log, by }: Desk, row: store.LetterRow, thrown: unknown): Promise<'go on' | 'stop'> {
  const fails = whatFails(thrown);
  const wait = fails === 'this letter for good' ? null : waitAfter(row.attempts);
  log.warn({ letter: row.id, attempts: row.attempts, ...codesOf(thrown), again: wait !== null }, 'a letter could not be sent');
  const now = clock.now();
  await db.transact((tx) =>
    wait === null ? store.letterGivenUp(tx, row.id, by, now) : store.letterLater(tx, row.id, by, new Date(now.getTime() + wait)),
  );
  return fails === 'the mail server' ? 'stop' : 'go on';
}

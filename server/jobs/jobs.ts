/**
 * What the server does by itself: sends letters, writes digests, takes silent asks one level up, says when a day to ask again has come,
 * when a room to test has come to its last day, and when the day of a proposal is over. Every process runs them; rows decide who does what.
 */
import { dayMs } from '#shared/lib/clock.ts';
import type { Letter } from '../adapters/mail.ts';
import type { App } from '../context.ts';
import { carryOutStepUps } from '../features/asks/step-up/carry-out.ts';
import { runDigests } from '../features/notices/digest/run.ts';
import { digestLetter } from '../features/notices/digest/letter.ts';
import { deliverPush } from '../features/notices/push/deliver.ts';
import { noticeLetter } from '../features/notices/letters/notice-letter.ts';
import { returnedLetter } from '../inbound-mail/returned-letter.ts';
import type { LetterKind } from '../outbox/letter-kind.ts';
import { forgetLetters, letGo, type LetterRow } from '../outbox/store.ts';
import { tellCameBack } from './came-back.ts';
import { tellDaysOver } from './days-over.ts';
import { makeOutboxRun, type Way } from './outbox-run.ts';
import { tellRoomsEnded } from './rooms-ended.ts';
import { whatFailsByMail, whatFailsByPush } from './send-errors.ts';

/** How often to look for letters another process wrote, or that are to be tried again. */
const outboxEveryMs = 15_000;
const minuteMs = 60_000;
const lettersKeptMs = 30 * dayMs;

const compose: Readonly<Record<Exclude<LetterKind, 'push'>, (app: App, row: LetterRow) => Promise<Letter | null>>> = {
  notice: noticeLetter,
  digest: digestLetter,
  returned: returnedLetter,
};

export interface Jobs {
  /** Does everything that is due now. */
  run(): Promise<void>;
  close(): Promise<void>;
}

/** One thing it does, again and again. */
interface Job extends Jobs {
  readonly everyMs: number;
}

export async function startJobs(app: App): Promise<Jobs> {
  const outbox = [byMail(app), byPush(app)].map((way): Job => ({ everyMs: outboxEveryMs, ...makeOutboxRun(app, way) }));
  const jobs = [
    eachMinute(app, carryOutStepUps, 'asks could not go one level up'),
    eachMinute(app, tellCameBack, 'nobody could be told that a day to ask again has come'),
    eachMinute(app, tellRoomsEnded, 'nobody could be told that a room to test has ended'),
    eachMinute(app, tellDaysOver, 'nobody could be told that the day of a proposal is over'),
    eachMinute(app, writeDigests, 'digests could not be written'),
    ...outbox,
  ];
  // One process has a SQLite file to itself: what its forerunner held when it ended is free.
  if (app.db.dialect === 'sqlite') await app.db.transact((tx) => letGo(tx, app.clock.now()));
  const send = () => void Promise.all(outbox.map((one) => one.run()));
  const stopListening = app.outbox.onAdded(send);
  const timers = jobs.map(({ everyMs, run }) => setInterval(() => void run(), everyMs).unref());
  send();
  return {
    async run() {
      for (const job of jobs) await job.run();
    },
    async close() {
      stopListening();
      for (const timer of timers) clearInterval(timer);
      for (const job of jobs) await job.close();
    },
  };
}

/** What is asked for while it is under way is the same run; what fails is tried again with the next. */
function eachMinute(app: App, work: (app: App) => Promise<unknown>, whatFailed: string): Job {
  let underWay: Promise<unknown> | null = null;
  const once = () => work(app).catch((err: unknown) => app.log.error({ err }, `${whatFailed}; it is tried again in a minute`));
  return {
    everyMs: minuteMs,
    run: async () => void (await (underWay ??= once().finally(() => (underWay = null)))),
    close: async () => void (await underWay),
  };
}

function byMail(app: App): Way {
  return {
    kinds: ['notice', 'digest', 'returned'],
    hands: 1,
    whatFails: whatFailsByMail,
    async deliver(row) {
      const letter = row.kind === 'push' ? null : await compose[row.kind](app, row);
      // The demo's people have addresses that belong to nobody, for ever (RFC 2606); the folder takes them, a mail server need not be asked.
      if (letter === null || (app.config.smtpUrl !== null && /\.(example|invalid)$/.test(letter.to))) return 'nobody';
      await app.mail.send(letter);
      return 'sent';
    },
  };
}

function byPush(app: App): Way {
  return { kinds: ['push'], hands: 8, deliver: (row) => deliverPush(app, row), whatFails: whatFailsByPush };
}

async function writeDigests(app: App): Promise<void> {
  await runDigests(app);
  await app.db.transact((tx) => forgetLetters(tx, new Date(app.clock.now().getTime() - lettersKeptMs)));
}

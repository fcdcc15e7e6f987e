/**
 * What the server does by itself: sends letters, writes digests, takes silent asks one level up, says when a day to ask again has come,
 * and when a room to test has come to its last day. Every process runs them; rows decide who does what.
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
import { makeOutboxRun, type Way } from './outbox-run.ts';
import { tellRoomsEnded } from './rooms-ended.ts';
import { whatFailsByMail, whatFailsByPush } from './send-errors.ts';

/** How often to look for letters another process wrote, or that are to be tried again. */
const mailEveryMs = 15_000;
const digestEveryMs = 60_000;
const stepUpsEveryMs = 60_000;
const cameBackEveryMs = 60_000;
const roomsEveryMs = 60_000;
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

export async function startJobs(app: App): Promise<Jobs> {
  const mail = makeOutboxRun(app, byMail(app));
  const push = makeOutboxRun(app, { kinds: ['push'], hands: 8, deliver: (row) => deliverPush(app, row), whatFails: whatFailsByPush });
  // One process has a SQLite file to itself: what its forerunner held when it ended is free.
  if (app.db.dialect === 'sqlite') await app.db.transact((tx) => letGo(tx, app.clock.now()));
  const digests = oneAtATime(() => writeDigests(app));
  const stepUps = oneAtATime(() => takeStepsUp(app));
  const cameBack = oneAtATime(() => sayCameBack(app));
  const rooms = oneAtATime(() => sayRoomsEnded(app));
  const stopListening = app.outbox.onAdded(() => void Promise.all([mail.run(), push.run()]));
  const timers = [
    setInterval(() => void mail.run(), mailEveryMs),
    setInterval(() => void push.run(), mailEveryMs),
    setInterval(() => void digests.run(), digestEveryMs),
    setInterval(() => void stepUps.run(), stepUpsEveryMs),
    setInterval(() => void cameBack.run(), cameBackEveryMs),
    setInterval(() => void rooms.run(), roomsEveryMs),
  ];
  for (const timer of timers) timer.unref();
  void mail.run();
  void push.run();
  return {
    async run() {
      await stepUps.run();
      await cameBack.run();
      await rooms.run();
      await digests.run();
      await mail.run();
      await push.run();
    },
    async close() {
      stopListening();
      for (const timer of timers) clearInterval(timer);
      await digests.done();
      await stepUps.done();
      await cameBack.done();
      await rooms.done();
      await mail.close();
      await push.close();
    },
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

/** Asked for while it is under way, it is the same run. */
function oneAtATime(work: () => Promise<void>) {
  let underWay: Promise<void> | null = null;
  return {
    run: () => (underWay ??= work().finally(() => (underWay = null))),
    done: async () => void (await underWay),
  };
}

async function takeStepsUp(app: App): Promise<void> {
  try {
    await carryOutStepUps(app);
  } catch (err) {
    app.log.error({ err }, 'asks could not go one level up; it is tried again in a minute');
  }
}

async function sayCameBack(app: App): Promise<void> {
  try {
    await tellCameBack(app);
  } catch (err) {
    app.log.error({ err }, 'nobody could be told that a day to ask again has come; it is tried again in a minute');
  }
}

async function sayRoomsEnded(app: App): Promise<void> {
  try {
    await tellRoomsEnded(app);
  } catch (err) {
    app.log.error({ err }, 'nobody could be told that a room to test has ended; it is tried again in a minute');
  }
}

async function writeDigests(app: App): Promise<void> {
  try {
    await runDigests(app);
    await app.db.transact((tx) => forgetLetters(tx, new Date(app.clock.now().getTime() - lettersKeptMs)));
  } catch (err) {
    app.log.error({ err }, 'digests could not be written');
  }
}

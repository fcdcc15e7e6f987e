/** Makes the bag of everything, and ends it in order. */
import path from 'node:path';
import { type Clock, systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { makeBus } from './activity/bus.ts';
import { makeMail } from './adapters/mail.ts';
import { makePush, type PushDoor } from './adapters/push/push.ts';
import { makeAudit } from './audit/audit.ts';
import { headFileIn, makeHeadFile } from './audit/head-file.ts';
import { makeAuth } from './auth/auth.ts';
import { makeBoards } from './boards/make-boards.ts';
import type { Config } from './config/config.ts';
import type { App } from './context.ts';
import { openDb } from './db/open.ts';
import { moveGuest } from './features/people/store.ts';
import { makeLog } from './log/log.ts';
import { makeOutbox } from './outbox/outbox.ts';
import { makeRealtime, type Realtime } from './realtime/realtime.ts';

export interface Running {
  readonly app: App;
  readonly realtime: Realtime;
  close(): Promise<void>;
}

export interface Parts {
  readonly clock?: Clock;
  /** What may be reached by web push; a test that is its own push service brings one. */
  readonly pushDoor?: PushDoor;
}

/** Everything but the open port. `url` is where people will reach it. */
export async function makeApp(config: Config, url: string, parts: Parts = {}): Promise<Running> {
  const log = makeLog(config.logLevel);
  const clock = parts.clock ?? systemClock;
  const db = await openDb(config.database, path.join(config.root, 'drizzle'));
  const mail = makeMail(config, log, newId);
  const push = makePush({ privateKey: config.pushKey, contact: contactOf(config, url), clock, out: parts.pushDoor });
  const outbox = makeOutbox();
  const bus = makeBus(log);
  const audit = makeAudit({ db, clock, log, heads: makeHeadFile(headFileIn(config.dataDir), { clock, log }), secret: config.authSecret });
  const realtime = makeRealtime(log);
  const auth = makeAuth({
    config,
    db,
    mail,
    url,
    news: {
      sessionEnded: (sessionId) => realtime.sessions.end(sessionId),
      guestClaimed: async (guestUserId, userId) => {
        const person = await db.transact((tx) => moveGuest(tx, guestUserId, userId));
        if (person !== null) realtime.sessions.recheck(person.id);
      },
    },
  });
  const boards = makeBoards({ db, log, clock, newId, outbox, bus, audit, topics: realtime.topics });
  const { topics, sessions } = realtime;
  const app: App = { config, log, clock, newId, db, mail, push, outbox, auth, bus, audit, topics, sessions, boards, url };
  realtime.attach(app);
  return {
    app,
    realtime,
    async close() {
      await realtime.close();
      await boards.close();
      mail.close();
      await audit.close();
      await db.close();
    },
  };
}

/** Whom a push service may write to when something of ours troubles it. */
function contactOf({ mailFrom }: Config, url: string): string {
  return url.startsWith('https:') ? url : `mailto:${mailFrom.replace(/^.*<|>.*$/g, '')}`;
}

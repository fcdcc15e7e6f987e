/** SIGKILL in the middle of a mail run: every letter arrives, and none twice. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBus } from '#server/activity/bus.ts';
import { record } from '#server/activity/record.ts';
import { openDb } from '#server/db/open.ts';
import { makeLog } from '#server/log/log.ts';
import { makeOutbox } from '#server/outbox/outbox.ts';
import { systemClock } from '#shared/lib/clock.ts';
import { newId } from '#shared/lib/ids.ts';
import { aPerson, anInitiative } from '#tests/helpers/an-initiative.ts';
import { noAudit } from '#tests/helpers/no-audit.ts';
import { rootFolder } from '#tests/helpers/root-folder.ts';
import { type ServerProcess, startServerProcess } from '#tests/helpers/server-process.ts';
import { type Mailbox, openMailbox } from '#tests/helpers/smtp.ts';

const total = 300;
const dataDir = mkdtempSync(path.join(tmpdir(), 'kindling-'));
let mailbox: Mailbox;
let server: ServerProcess | null = null;

beforeAll(async () => {
  mailbox = await openMailbox();
  const db = await openDb(path.join(dataDir, 'kindling.sqlite'), path.join(rootFolder, 'drizzle'));
  const app = {
    clock: systemClock,
    newId,
    outbox: makeOutbox(),
    bus: makeBus(makeLog('silent')),
    audit: noAudit,
    topics: { stale: () => undefined },
  };
  const dev = await aPerson(db, 'Dev');
  const initiativeId = await anInitiative(db);
  await db.transact(async (tx) => {
    for (let n = 0; n < total; n++) {
      const tells = [{ personId: dev, why: 'ask', address: '/sponsor', words: `Ask number ${n}.` }] as const;
      await record(app, tx, { what: 'ask.put', initiativeId, personId: null, values: { title: `Blocker ${n}` }, topics: [], tells });
    }
  });
  await db.close();
});
afterAll(async () => {
  await server?.end('SIGKILL');
  await mailbox.close();
  rmSync(dataDir, { recursive: true, force: true });
});

const start = async () => (server = await startServerProcess({ DATA_DIR: dataDir, SMTP_URL: mailbox.url }));
const times = () => {
  const seen = new Map<string, number>();
  for (const { messageId } of mailbox.letters) seen.set(messageId, (seen.get(messageId) ?? 0) + 1);
  return seen;
};

/** Kills the sender while the mail server holds a letter it has not accepted: that letter never arrived, all before it did. */
async function killBeforeAccepting(count: number): Promise<string> {
  const killed = new Promise<string>((resolve) => {
    mailbox.before = async (letter) => {
      if (mailbox.letters.length < count) return null;
      mailbox.before = () => null;
      await server?.end('SIGKILL');
      resolve(letter.messageId);
      return Object.assign(new Error('the sender is gone'), { responseCode: 421 });
    };
  });
  await start();
  return killed;
}

test(`${total} letters and three kills: nothing is lost, nothing is doubled`, async () => {
  for (const count of [20, 97, 180]) {
    const inHand = await killBeforeAccepting(count);
    expect(times().has(inHand)).toBe(false);
    expect(mailbox.letters).toHaveLength(count);
  }
  await start();
  await mailbox.holds(total);
  expect(await server?.end('SIGTERM')).toBe(0);
  expect(times().size).toBe(total);
  expect([...times().values()].filter((n) => n > 1)).toEqual([]);
  expect(new Set(mailbox.letters.map((letter) => /Ask number (\d+)/.exec(letter.source)?.[1])).size).toBe(total);
});

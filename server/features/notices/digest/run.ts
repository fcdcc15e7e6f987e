/** Turns digests that are due into letters: one step for each person, in one transaction, by whichever process is first. */
import { speechOf } from '#shared/words/say-in.ts';
import type { App } from '../../../context.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { letterReader } from '../wishes/store.ts';
import { digestFor } from './content.ts';
import { nextDigest } from './next.ts';
import * as store from './store.ts';

const atOnce = 200;
/** A digest tells up to a minute ago, so that what is being committed at this moment is in the next one. */
const lagMs = 60_000;

type Parts = Pick<App, 'db' | 'clock' | 'newId' | 'outbox'>;

/** Writes the letters of every digest that is due; for somebody of whose things nothing moved there is none. */
export async function runDigests(app: Parts): Promise<void> {
  for (let found = atOnce; found === atOnce;) found = await welcomeSome(app);
  for (let found = atOnce; found === atOnce;) found = await turnSome(app);
}

/** People who came since the last run: their first digest tells of what happens from now on. */
async function welcomeSome(app: Parts): Promise<number> {
  const people = await store.newcomers(app.db, atOnce);
  const now = app.clock.now();
  for (const personId of people) {
    const wishes = (await letterReader(app.db, personId))?.wishes;
    const dueAt = (wishes === undefined ? null : nextDigest(now, wishes)) ?? new Date(now.getTime() + dayMs);
    await app.db.transact((tx) => store.startDigest(tx, { personId, since: now, dueAt }));
  }
  return people.length;
}

async function turnSome(app: Parts): Promise<number> {
  const now = app.clock.now();
  const due = await store.dueDigests(app.db, now, atOnce);
  for (const row of due) await turn(app, row, now);
  return due.length;
}

async function turn(app: Parts, row: store.DigestRow, now: Date): Promise<void> {
  const until = new Date(Math.max(row.since.getTime(), now.getTime() - lagMs));
  await app.db.transact(async (tx) => {
    const reader = await letterReader(tx, row.personId);
    const dueAt = reader === null ? null : nextDigest(now, reader.wishes);
    // Somebody who wants none is looked at again tomorrow, and then told nothing of today.
    if (!(await store.turnDigest(tx, row, { since: until, dueAt: dueAt ?? new Date(now.getTime() + dayMs) }))) return;
    if (reader === null || dueAt === null) return;
    const parts = await digestFor(tx, speechOf(reader.language), row.personId, { since: row.since, until });
    if (parts.length === 0) return;
    const letter = { id: app.newId(), kind: 'digest', personId: row.personId, noticeId: null, secretAddress: null, words: null } as const;
    await app.outbox.add(tx, [{ ...letter, since: row.since, createdAt: until }]);
  });
}

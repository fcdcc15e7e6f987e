/**
 * Posting with no name. Nothing that is kept leads from a spark to a person: the author's device holds a secret of which we keep the hash,
 * and the day's allowance is counted under a key that is held in memory only and thrown away at midnight. What remains: somebody who
 * watches the running server, or holds its database and sees in which order rows lie, could guess.
 */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { dayMs } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../../context.ts';
import * as store from './store.ts';

const hourMs = 3_600_000;
const allowanceADay = 5;
/** With fewer sparks on a day than this, even the hour could tell who was there. */
const manyADay = 5;

interface DayKey {
  readonly day: string;
  readonly secret: Buffer;
}
const keys = new WeakMap<App, DayKey>();

/** Takes one of today's unnamed sparks of a person. @returns how to give it back. @throws Problem too-many */
export async function takeAllowance(app: App, personId: string): Promise<() => Promise<void>> {
  const now = app.clock.now();
  const { day, secret } = keyOf(app, now);
  const key = createHmac('sha256', secret).update(personId).digest('base64url');
  if (!(await app.db.transact((tx) => store.takeOne(tx, key, day, allowanceADay)))) {
    throw new Problem('too-many', 'sparks.unnamed-allowance', { retryAfterMs: startOfDay(now).getTime() + dayMs - now.getTime() });
  }
  return () => app.db.transact((tx) => store.giveBack(tx, key));
}

/** The time an unnamed spark shows: the hour it was posted in, or the day while few were posted. */
export async function roundedTime(app: App): Promise<Date> {
  const now = app.clock.now();
  const today = startOfDay(now);
  const many = (await store.sparksSince(app.db, today, new Date(today.getTime() + dayMs))) >= manyADay;
  return many ? startOfHour(now) : today;
}

export function startOfHour(at: Date): Date {
  return new Date(Math.floor(at.getTime() / hourMs) * hourMs);
}

/** A new secret and what we keep of it. */
export function newEditSecret(): { secret: string; hash: string } {
  const secret = randomBytes(32).toString('base64url');
  return { secret, hash: hashOf(secret) };
}

/** Whether this is the secret behind a hash; takes as long whatever the answer is. */
export function isSecretOf(secret: string, hash: string): boolean {
  const [given, kept] = [Buffer.from(hashOf(secret)), Buffer.from(hash)];
  return given.length === kept.length && timingSafeEqual(given, kept);
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function keyOf(app: App, now: Date): DayKey {
  const day = now.toISOString().slice(0, 10);
  const held = keys.get(app);
  if (held?.day === day) return held;
  const made = { day, secret: randomBytes(32) };
  keys.set(app, made);
  setTimeout(() => forget(app, made), startOfDay(now).getTime() + dayMs - now.getTime()).unref();
  return made;
}

function forget(app: App, key: DayKey): void {
  key.secret.fill(0);
  if (keys.get(app) === key) keys.delete(app);
}

function startOfDay(at: Date): Date {
  return new Date(Math.floor(at.getTime() / dayMs) * dayMs);
}

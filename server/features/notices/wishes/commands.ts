/** Choosing how to be told, and making things quiet: in the app, or by a link in a letter. */
import type { MyWishes, QuietLook, Wishes } from '#shared/features/notices/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { App } from '../../../context.ts';
import type { Reader, Tx } from '../../../db/db.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../../policy/viewer.ts';
import { nextDigest } from '../digest/next.ts';
import { putDigestDue } from '../digest/store.ts';
import { titlesOf } from '../store.ts';
import { type QuietNote, quietNote } from './quiet-links.ts';
import * as store from './store.ts';
import type { Wishes as Kept } from './usual.ts';

export async function readWishes(app: App, viewer: Viewer): Promise<MyWishes> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  const { mail, digest, hour, timeZone } = await store.wishesOf(app.db, personId);
  const reader = await store.letterReader(app.db, personId);
  const language = await store.languageOf(app.db, personId);
  return { mail, digest, hour, timeZone, language, email: reader?.email ?? null, muted: await store.mutedBy(app.db, personId) };
}

export async function changeWishes(app: App, viewer: Viewer, { language, ...wishes }: Wishes): Promise<MyWishes> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    await keepWishes(app, tx, personId, wishes);
    await store.putLanguage(tx, personId, language);
  });
  return readWishes(app, viewer);
}

/** @throws Problem not-found, not-signed-in */
export async function setMuted(app: App, viewer: Viewer, initiativeId: string, muted: boolean): Promise<{ muted: boolean }> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  const personId = personOf(viewer);
  await app.db.transact((tx) => putMuted(app, tx, { personId, initiativeId, muted }));
  return { muted };
}

export async function readMuted(app: App, viewer: Viewer, initiativeId: string): Promise<{ muted: boolean }> {
  allowing('initiative.read', await initiativeFacts(app.db, viewer, initiativeId));
  return { muted: viewer.personId !== null && (await store.isMuted(app.db, viewer.personId, initiativeId)) };
}

/** What the link would make quiet, and whether it is so already. @throws Problem gone when the link is none of ours */
export async function lookQuiet(app: App, token: string): Promise<QuietLook> {
  const note = noteOf(app, token);
  return { what: note.quiet.what, ...(await stateOf(app.db, note)) };
}

/** Does the one thing the link is for; needs no signing in. @throws Problem gone when the link is none of ours */
export async function makeQuiet(app: App, token: string, quiet: boolean): Promise<QuietLook> {
  const note = noteOf(app, token);
  await app.db.transact(async (tx) => {
    const { personId, quiet: what } = note;
    if (what.what === 'initiative') {
      if ((await titlesOf(tx, [what.initiativeId])).size === 0) throw new Problem('gone', 'problem.link-gone');
      return putMuted(app, tx, { personId, initiativeId: what.initiativeId, muted: quiet });
    }
    const wishes = await store.wishesOf(tx, personId);
    await keepWishes(app, tx, personId, what.what === 'letters' ? { ...wishes, mail: !quiet } : { ...wishes, digest: quiet ? 'never' : 'daily' });
  });
  return lookQuiet(app, token);
}

function noteOf(app: App, token: string): QuietNote {
  const note = quietNote(app.config.authSecret, token);
  if (note === null) throw new Problem('gone', 'problem.link-gone');
  return note;
}

async function stateOf(reader: Reader, { personId, quiet }: QuietNote): Promise<{ title: string | null; quiet: boolean }> {
  if (quiet.what !== 'initiative') {
    const wishes = await store.wishesOf(reader, personId);
    return { title: null, quiet: quiet.what === 'letters' ? !wishes.mail : wishes.digest === 'never' };
  }
  const { initiativeId } = quiet;
  return {
    title: (await titlesOf(reader, [initiativeId])).get(initiativeId) ?? null,
    quiet: await store.isMuted(reader, personId, initiativeId),
  };
}

async function keepWishes(app: App, tx: Tx, personId: string, wishes: Kept): Promise<void> {
  const now = app.clock.now();
  await store.putWishes(tx, personId, wishes);
  await putDigestDue(tx, personId, { since: now, dueAt: nextDigest(now, wishes) ?? new Date(now.getTime() + dayMs) });
}

/** What was told of it until now leaves the bell with it. */
async function putMuted(
  app: App,
  tx: Tx,
  { personId, initiativeId, muted }: { personId: string; initiativeId: string; muted: boolean },
): Promise<void> {
  const now = app.clock.now();
  const news = muted ? await store.mute(tx, personId, initiativeId, now) : await store.unmute(tx, personId, initiativeId);
  if (muted && news) await store.seeAllOf(tx, personId, initiativeId, now);
  if (news) tx.afterCommit(() => app.topics.stale([`me:${personId}`]));
}

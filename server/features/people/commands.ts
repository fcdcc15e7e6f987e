/** What people can do about themselves. */
import { createHash, randomBytes } from 'node:crypto';
import { Problem } from '#shared/lib/problem.ts';
import { dayMs } from '#shared/lib/clock.ts';
import type { AboutMeChange, Me } from '#shared/features/people/model.ts';
import { claimKnownLetter, claimLetter } from '../../auth/link-letters.ts';
import type { App } from '../../context.ts';
import { cardOf, faces } from '../../faces/store.ts';
import { allowing, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import * as store from './store.ts';

/** Who the viewer is, and what waits for them. */
export async function readMe(app: App, viewer: Viewer): Promise<Me> {
  const nobody: Me = { standing: 'visitor', person: null, seats: {}, waiting: { invitations: 0, asks: 0, rooms: 0, notices: 0 } };
  const row = viewer.personId === null ? null : await store.personById(app.db, viewer.personId);
  if (row === null) return nobody;
  const { id, name, nameShown, roleTitle, titleShown, siteId } = row;
  const [groupIds, email, seats, waiting] = await Promise.all([
    store.groupIdsOf(app.db, id),
    store.emailOf(app.db, row.userId),
    store.seatsOf(app.db, id),
    store.waitingFor(app.db, id),
  ]);
  const { label } = cardOf(row, null);
  return { standing: row.standing, person: { id, name, nameShown, roleTitle, titleShown, siteId, groupIds, email, label }, seats, waiting };
}

export async function changeMe(app: App, viewer: Viewer, about: AboutMeChange): Promise<Me> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  await app.db.transact(async (tx) => {
    await store.changePerson(tx, personId, about);
    tx.afterCommit(() => app.topics.stale([`me:${personId}`]));
  });
  return readMe(app, viewer);
}

/** Sends the guest a letter with a link; says the same whether or not the address is known here. */
export async function claim(app: App, viewer: Viewer, email: string): Promise<{ sent: true }> {
  allowing('person.change', await placeFacts(app.db, viewer, { own: true }));
  const personId = personOf(viewer);
  if (viewer.standing !== 'guest') throw new Problem('conflict', 'why.sign-out-first');
  if (await store.emailIsKnown(app.db, email)) {
    await app.mail.send(await claimKnownLetter(app.db, email, `${app.url}/sign-in`));
    return { sent: true };
  }
  const token = randomBytes(32).toString('base64url');
  await app.db.transact((tx) =>
    store.addClaim(tx, { tokenHash: hash(token), personId, email, expiresAt: new Date(app.clock.now().getTime() + dayMs) }),
  );
  await app.mail.send(await claimLetter(app.db, { personId, email, link: `${app.url}/claim#${token}` }));
  return { sent: true };
}

/**
 * The link from the mail. Opened on another device than the guest's, it brings the person in there and ends the guest's old sessions:
 * whoever reads the mail is the owner, and a stranger who typed somebody else's address must not stay inside.
 * @returns who they are now, with cookies for a device they were not signed in on
 * @throws Problem gone when the link was used, is too old or was never made; conflict when the address got an account meanwhile, or somebody else is signed in here
 */
export async function redeemClaim(app: App, viewer: Viewer, token: string): Promise<{ me: Me; cookies: readonly string[] }> {
  const now = app.clock.now();
  const { personId, userId, ended } = await app.db.transact(async (tx) => {
    const claimed = await store.useClaim(tx, hash(token), now);
    if (claimed === null) throw new Problem('gone', 'problem.link-gone');
    if (viewer.personId !== null && viewer.personId !== claimed.personId) throw new Problem('conflict', 'signIn.somebody-else-here');
    if (await store.emailIsKnown(tx, claimed.email)) throw new Problem('conflict', 'problem.email-known');
    const account = await store.giveEmail(tx, claimed.personId, claimed.email, now);
    if (account === null) throw new Problem('gone', 'problem.link-gone');
    app.audit.done(tx, { at: now, personId: claimed.personId, action: 'person.claimed', thing: null });
    return { personId: claimed.personId, userId: account, ended: viewer.personId === null ? await store.endSessions(tx, account) : [] };
  });
  app.topics.stale([`me:${personId}`]);
  app.sessions.recheck(personId);
  if (viewer.personId !== null) return { me: await readMe(app, viewer), cookies: [] };
  for (const sessionId of ended) app.sessions.end(sessionId);
  const { headers, response } = await app.auth.api.comeInAs({ body: { userId }, returnHeaders: true });
  return { me: await readMe(app, { standing: 'member', personId, userId, sessionId: response.sessionId }), cookies: headers.getSetCookie() };
}

/** Ends every session of the viewer, on every device, and cuts their live connections. */
export async function signOutEverywhere(app: App, viewer: Viewer): Promise<{ ended: number }> {
  if (viewer.userId === null) throw new Problem('not-signed-in', 'why.sign-in');
  const { userId } = viewer;
  const ended = await app.db.transact(async (tx) => {
    app.audit.done(tx, { at: app.clock.now(), personId: viewer.personId, action: 'person.signed-out-everywhere', thing: null });
    return store.endSessions(tx, userId);
  });
  for (const sessionId of ended) app.sessions.end(sessionId);
  return { ended: ended.length };
}

export async function findPeople(app: App, viewer: Viewer, words: string) {
  const facts = await placeFacts(app.db, viewer);
  allowing('person.find', facts);
  const rows = await store.findPeople(app.db, words, personOf(viewer));
  const cards = await faces(
    app.db,
    rows.map((row) => row.id),
  );
  return { items: rows.flatMap((row) => cards.get(row.id) ?? []) };
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

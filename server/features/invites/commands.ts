/** Invite links: made by somebody of the team or a keeper, ended any time. */
import { createHash, randomBytes } from 'node:crypto';
import type { Invite, InviteLook, InviteRequest } from '#shared/features/invites/model.ts';
import { dayMs } from '#shared/lib/clock.ts';
import { Problem } from '#shared/lib/problem.ts';
import type { Facts } from '#shared/policy/facts.ts';
import type { App } from '../../context.ts';
import { faces, labelIn } from '../../faces/store.ts';
import { allowing, initiativeFacts, personOf, placeFacts, type Viewer } from '../../policy/viewer.ts';
import * as store from './store.ts';

/** Makes an invite. The secret is in this answer and nowhere else: only its hash is kept. */
export async function makeInvite(
  app: App,
  viewer: Viewer,
  { initiativeId, gives, label, days, maxUses }: InviteRequest,
): Promise<{ invite: Invite; secret: string }> {
  await mayInvite('invite.make', app, viewer, initiativeId);
  const secret = randomBytes(32).toString('base64url');
  const createdAt = app.clock.now();
  const expiresAt = new Date(createdAt.getTime() + days * dayMs);
  const row = {
    id: app.newId(),
    secretHash: hashOf(secret),
    initiativeId,
    gives,
    label,
    madeBy: personOf(viewer),
    maxUses,
    uses: 0,
    expiresAt,
    revokedAt: null,
    createdAt,
  };
  await app.db.transact(async (tx) => {
    await store.addInvite(tx, row);
    app.audit.done(tx, { at: createdAt, personId: row.madeBy, action: 'invite.made', thing: row.id });
  });
  return { invite: shown(row, viewer), secret };
}

/** Invites into an initiative; without one, those into the place alone. */
export async function listInvites(app: App, viewer: Viewer, initiativeId: string | null): Promise<{ items: Invite[] }> {
  await mayInvite('invite.list', app, viewer, initiativeId);
  return { items: (await store.listInvites(app.db, initiativeId)).map((row) => shown(row, viewer)) };
}

/** Ends an invite at once. @throws Problem not-found */
export async function revokeInvite(app: App, viewer: Viewer, id: string): Promise<Invite> {
  const row = await store.inviteRow(app.db, id);
  if (row === null) throw new Problem('not-found', 'problem.not-found');
  allowing('invite.revoke', await factsAbout(app, viewer, row.initiativeId, { own: row.madeBy === viewer.personId }));
  const revokedAt = app.clock.now();
  await app.db.transact(async (tx) => {
    await store.revokeInvite(tx, id, revokedAt);
    app.audit.done(tx, { at: revokedAt, personId: viewer.personId, action: 'invite.revoked', thing: id });
  });
  return shown({ ...row, revokedAt: row.revokedAt ?? revokedAt }, viewer);
}

/** What an invite is for; looking uses nothing up. @throws Problem gone */
export async function lookAtInvite(app: App, secret: string): Promise<InviteLook> {
  const row = await store.openInvite(app.db, hashOf(secret), app.clock.now());
  if (row === null) throw inviteOver();
  const [placeName, initiative, cards] = await Promise.all([
    store.placeName(app.db),
    row.initiativeId === null ? null : store.initiativeHead(app.db, row.initiativeId),
    faces(app.db, [row.madeBy]),
  ]);
  return { placeName, initiative, invitedBy: labelIn(cards, row.madeBy), gives: row.gives };
}

export function inviteOver(): Problem {
  return new Problem('gone', 'invites.link-over');
}

/** SHA-256 of a secret, in hex. The secret has 256 random bits, so it needs no salt and no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Into the place alone only a keeper invites, and that is the reason given; `invite.*` would speak of joining an initiative. */
async function mayInvite(action: 'invite.make' | 'invite.list', app: App, viewer: Viewer, initiativeId: string | null): Promise<void> {
  const facts = await factsAbout(app, viewer, initiativeId);
  if (initiativeId === null) allowing('place.change', facts);
  allowing(action, facts);
}

function factsAbout(app: App, viewer: Viewer, initiativeId: string | null, known: Partial<Facts> = {}): Promise<Facts> {
  return initiativeId === null ? placeFacts(app.db, viewer, known) : initiativeFacts(app.db, viewer, initiativeId, known);
}

function shown({ id, initiativeId, gives, label, uses, maxUses, expiresAt, revokedAt, madeBy }: store.InviteRow, viewer: Viewer): Invite {
  return {
    id,
    initiativeId,
    gives,
    label,
    uses,
    maxUses,
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    mine: madeBy === viewer.personId,
  };
}

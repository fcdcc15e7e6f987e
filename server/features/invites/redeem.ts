/** Coming in by an invite: as oneself when signed in, as a guest otherwise. */
import type { InviteRedeem } from '#shared/features/invites/model.ts';
import { badField } from '#shared/lib/problem.ts';
import { addGuest, openGuest } from '../../auth/guest.ts';
import type { App } from '../../context.ts';
import type { Tx } from '../../db/db.ts';
import { allowing, placeFacts, type Viewer } from '../../policy/viewer.ts';
import { sitDown } from '../../seats/sit-down.ts';
import { hashOf, inviteOver } from './commands.ts';
import * as store from './store.ts';

export interface CameIn {
  readonly initiativeId: string | null;
  /** Cookies for a browser that has just become a guest. */
  readonly cookies: readonly string[];
}

/** @throws Problem gone when the invite is over, invalid when a guest gives no name or an unknown group */
export async function redeemInvite(app: App, viewer: Viewer, headers: Headers, asked: InviteRedeem): Promise<CameIn> {
  allowing('invite.redeem', await placeFacts(app.db, viewer));
  if (viewer.personId === null) return comeAsGuest(app, headers, asked);
  const { personId } = viewer;
  const invite = await app.db.transact((tx) => useAs(app, tx, personId, asked));
  return { initiativeId: invite.initiativeId, cookies: [] };
}

/**
 * better-auth writes the account in transactions of its own, so it comes first and is let go again when the rest does not happen;
 * the use, the person and the seat are one transaction.
 */
async function comeAsGuest(app: App, headers: Headers, asked: InviteRedeem): Promise<CameIn> {
  const { secret, name, groupId } = asked;
  if (name === '') throw badField('name', 'field.required');
  if (groupId !== null && !(await store.groupIsThere(app.db, groupId))) throw badField('groupId', 'field.unknown');
  if ((await store.openInvite(app.db, hashOf(secret), app.clock.now())) === null) throw inviteOver();
  const guest = await openGuest(app, headers);
  try {
    const invite = await app.db.transact(async (tx) => useAs(app, tx, await addGuest(app, tx, { userId: guest.userId, name, groupId }), asked));
    return { initiativeId: invite.initiativeId, cookies: guest.cookies };
  } catch (thrown) {
    await guest.forget();
    throw thrown;
  }
}

/** Somebody who comes again by the same invite spends no second use of it. */
async function useAs(app: App, tx: Tx, personId: string, { secret, perspectives }: InviteRedeem): Promise<store.InviteRow> {
  const at = app.clock.now();
  const secretHash = hashOf(secret);
  const open = await store.openInvite(tx, secretHash, at);
  if (open === null) throw inviteOver();
  const first = await store.addUse(tx, open.id, personId, at);
  if (first && (await store.spendUse(tx, secretHash, at)) === null) throw inviteOver();
  const { initiativeId, gives } = open;
  if (first) app.audit.done(tx, { at, personId, action: 'invite.redeemed', thing: open.id });
  if (initiativeId !== null) await sitDown(app, tx, { initiativeId, personId, seat: gives, perspectives, at });
  return open;
}

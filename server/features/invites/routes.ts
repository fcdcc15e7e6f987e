import { api } from '../../http/handler.ts';
import { listInvites, lookAtInvite, makeInvite, revokeInvite } from './commands.ts';
import { redeemInvite } from './redeem.ts';

export const invitesRoutes = api.invites.router({
  make: api.invites.make.handler(({ context: { app, viewer }, input }) => makeInvite(app, viewer, input)),
  list: api.invites.list.handler(({ context: { app, viewer }, input }) => listInvites(app, viewer, input.initiativeId ?? null)),
  revoke: api.invites.revoke.handler(({ context: { app, viewer }, input }) => revokeInvite(app, viewer, input.id)),
  look: api.invites.look.handler(({ context: { app }, input }) => lookAtInvite(app, input.secret)),
  redeem: api.invites.redeem.handler(async ({ context: { app, viewer, headers, setCookie }, input }) => {
    const { initiativeId, cookies } = await redeemInvite(app, viewer, headers(), input);
    for (const cookie of cookies) setCookie(cookie);
    return { initiativeId };
  }),
});

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { invite, inviteLook, inviteRedeem, inviteRequest, inviteSecret } from './model.ts';

export const invitesContract = {
  make: oc
    .route({ method: 'POST', path: '/invites', summary: 'Make an invite link; the secret is shown once' })
    .input(inviteRequest)
    .output(z.object({ invite, secret: inviteSecret })),
  list: oc
    .route({ method: 'GET', path: '/invites', summary: 'Invites of an initiative, or of the place' })
    .input(z.object({ initiativeId: id.optional() }))
    .output(z.object({ items: z.array(invite) })),
  revoke: oc.route({ method: 'POST', path: '/invites/{id}/revoke', summary: 'End an invite' }).input(z.object({ id })).output(invite),
  look: oc
    .route({ method: 'POST', path: '/invites/look', summary: 'What an invite is for; uses nothing up' })
    .input(z.object({ secret: inviteSecret }))
    .output(inviteLook),
  redeem: oc
    .route({ method: 'POST', path: '/invites/redeem', summary: 'Come in by an invite, as a guest when not signed in' })
    .input(inviteRedeem)
    .output(z.object({ initiativeId: id.nullable() })),
};

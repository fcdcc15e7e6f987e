import { oc } from '@orpc/contract';
import { z } from 'zod';
import { aboutMeChange, claimRequest, me, personCard } from './model.ts';

export const peopleContract = {
  me: oc.route({ method: 'GET', path: '/me', summary: 'Who I am here, and what waits for me' }).output(me),
  change: oc.route({ method: 'PATCH', path: '/me', summary: 'Change how I show' }).input(aboutMeChange).output(me),
  find: oc
    .route({ method: 'GET', path: '/people', summary: 'People one can invite or ask' })
    .input(z.object({ search: z.string().max(80).default('') }))
    .output(z.object({ items: z.array(personCard) })),
  claim: oc
    .route({ method: 'POST', path: '/me/claim', summary: 'A guest asks for a link to keep what they wrote under an e-mail' })
    .input(claimRequest)
    .output(z.object({ sent: z.literal(true) })),
  redeemClaim: oc
    .route({ method: 'POST', path: '/claims/redeem', summary: 'The link from the mail is used' })
    .input(z.object({ token: z.string().min(20).max(100) }))
    .output(me),
  signOutEverywhere: oc
    .route({ method: 'POST', path: '/me/sign-out-everywhere', summary: 'End every session of mine' })
    .output(z.object({ ended: z.number().int() })),
};

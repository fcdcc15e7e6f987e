import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { perspectives } from '../people/model.ts';
import {
  initiative,
  initiativeCard,
  initiativeChange,
  initiativeState,
  invitation,
  invitationReply,
  invitationRequest,
  light,
  saidYes,
} from './model.ts';

const one = z.object({ id });

export const initiativesContract = {
  list: oc
    .route({ method: 'GET', path: '/initiatives', summary: 'Initiatives, those that moved last first' })
    .input(z.object({ state: initiativeState.optional(), mine: z.enum(['yes', 'no']).optional() }))
    .output(z.object({ items: z.array(initiativeCard) })),
  read: oc
    .route({ method: 'GET', path: '/initiatives/{id}', summary: 'The head of an initiative: purpose, team, seats' })
    .input(one)
    .output(initiative),
  light: oc.route({ method: 'POST', path: '/initiatives', summary: 'Light an initiative from sparks' }).input(light).output(initiative),
  change: oc
    .route({ method: 'PATCH', path: '/initiatives/{id}', summary: 'Change its title, state or sites' })
    .input(initiativeChange.extend({ id }))
    .output(initiative),
  suggestCoOwners: oc
    .route({ method: 'GET', path: '/sparks/{id}/co-owners', summary: 'People who kindled a spark, from two groups first' })
    .input(one)
    .output(z.object({ items: z.array(z.object({ personId: id, label: z.string(), group: z.string().nullable(), said: z.array(z.string()) })) })),
  join: oc
    .route({ method: 'POST', path: '/initiatives/{id}/join', summary: 'Join, saying how I am in this' })
    .input(z.object({ id, perspectives }))
    .output(initiative),
  leave: oc.route({ method: 'POST', path: '/initiatives/{id}/leave', summary: 'Leave' }).input(one).output(initiative),
  setPerspectives: oc
    .route({ method: 'PUT', path: '/initiatives/{id}/perspectives', summary: 'Change my perspectives' })
    .input(z.object({ id, perspectives }))
    .output(initiative),
  invite: oc
    .route({ method: 'POST', path: '/initiatives/{id}/invitations', summary: 'Invite somebody' })
    .input(invitationRequest.safeExtend({ id }))
    .output(invitation),
  invitations: oc
    .route({ method: 'GET', path: '/initiatives/{id}/invitations', summary: 'Invitations of an initiative' })
    .input(one)
    .output(z.object({ items: z.array(invitation) })),
  myInvitations: oc
    .route({ method: 'GET', path: '/me/invitations', summary: 'Invitations put to me' })
    .output(z.object({ items: z.array(invitation) })),
  saidYes: oc
    .route({ method: 'GET', path: '/initiatives/{id}/said-yes', summary: 'Who said yes to which card' })
    .input(one)
    .output(z.object({ items: z.array(saidYes) })),
  cameBack: oc
    .route({ method: 'GET', path: '/me/invitations/came-back', summary: 'Invitations of mine whose "ask me after" day has come' })
    .output(z.object({ items: z.array(invitation) })),
  answer: oc
    .route({ method: 'POST', path: '/invitations/{id}/answer', summary: 'Answer: yes, not now, not me, ask me after' })
    .input(invitationReply)
    .output(invitation),
  withdrawInvitation: oc
    .route({ method: 'POST', path: '/invitations/{id}/withdraw', summary: 'Take an invitation back' })
    .input(one)
    .output(invitation),
};

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { endorse, endorsement, withdrawEndorsement } from './model.ts';

export const endorsementsContract = {
  list: oc
    .route({ method: 'GET', path: '/initiatives/{id}/endorsements', summary: 'Who stands behind it' })
    .input(z.object({ id }))
    .output(z.object({ items: z.array(endorsement) })),
  mine: oc
    .route({ method: 'GET', path: '/me/endorsements', summary: 'What I stand behind' })
    .output(z.object({ items: z.array(endorsement.extend({ title: z.string() })) })),
  endorse: oc
    .route({ method: 'PUT', path: '/initiatives/{id}/endorsement', summary: 'Stand behind it; again to renew' })
    .input(endorse)
    .output(endorsement),
  withdraw: oc
    .route({ method: 'POST', path: '/initiatives/{id}/endorsement/withdraw', summary: 'Withdraw my endorsement' })
    .input(withdrawEndorsement)
    .output(endorsement),
};

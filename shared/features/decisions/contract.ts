import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { decision, decisionClose, decisionPut, decisionPutAgain, decisionReply } from './model.ts';

export const decisionsContract = {
  list: oc
    .route({ method: 'GET', path: '/initiatives/{id}/decisions', summary: 'Proposals put to the people of an initiative, with every answer' })
    .input(z.object({ id }))
    .output(z.object({ items: z.array(decision) })),
  put: oc
    .route({
      method: 'POST',
      path: '/initiatives/{id}/decisions',
      summary: 'Put the proposal of a decision card to everybody who writes on the board',
    })
    .input(decisionPut)
    .output(decision),
  putAgain: oc
    .route({ method: 'POST', path: '/decisions/{id}/again', summary: 'Put changed words; everybody is asked anew' })
    .input(decisionPutAgain)
    .output(decision),
  answer: oc
    .route({ method: 'PUT', path: '/decisions/{id}/answer', summary: 'My answer: I consent, I have a concern, I object' })
    .input(decisionReply)
    .output(decision),
  close: oc
    .route({ method: 'PUT', path: '/decisions/{id}/outcome', summary: 'Record how it ended, with the reasons' })
    .input(decisionClose)
    .output(decision),
};

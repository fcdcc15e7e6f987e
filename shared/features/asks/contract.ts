import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { ask, askPut, askReply, freedBlocker } from './model.ts';

const list = z.object({ items: z.array(ask) });

export const asksContract = {
  list: oc
    .route({ method: 'GET', path: '/initiatives/{id}/asks', summary: 'Asks of an initiative, with their clock' })
    .input(z.object({ id }))
    .output(list),
  mine: oc.route({ method: 'GET', path: '/me/asks', summary: 'Asks put to me, oldest first' }).output(list),
  put: oc.route({ method: 'POST', path: '/initiatives/{id}/asks', summary: 'Put a blocker to a person' }).input(askPut).output(ask),
  answer: oc.route({ method: 'POST', path: '/asks/{id}/answer', summary: 'Answer an ask' }).input(askReply).output(ask),
  withdraw: oc.route({ method: 'POST', path: '/asks/{id}/withdraw', summary: 'Take an ask back' }).input(z.object({ id })).output(ask),
  freed: oc
    .route({ method: 'GET', path: '/blockers/freed', summary: 'How others got past a blocker of this kind' })
    .input(z.object({ kind: z.string().max(40).default(''), search: z.string().max(100).default('') }))
    .output(z.object({ items: z.array(freedBlocker) })),
};

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import {
  blockerKind,
  blockersLike,
  openBlocker,
  systemAsk,
  systemAskChange,
  systemAskJoin,
  systemAskLeave,
  systemAskRaise,
  systemAskReply,
} from './model.ts';

const one = z.object({ id });
const list = z.object({ items: z.array(systemAsk) });

export const systemAsksContract = {
  list: oc
    .route({ method: 'GET', path: '/system-asks', summary: 'System asks: those without an answer first, the oldest first' })
    .input(z.object({ kind: blockerKind.optional() }))
    .output(list),
  read: oc.route({ method: 'GET', path: '/system-asks/{id}', summary: 'A system ask with the blockers in it' }).input(one).output(systemAsk),
  ofInitiative: oc
    .route({ method: 'GET', path: '/initiatives/{id}/system-asks', summary: 'System asks that blockers of an initiative are in' })
    .input(one)
    .output(list),
  mine: oc.route({ method: 'GET', path: '/me/system-asks', summary: 'System asks I take where they will be heard' }).output(list),
  myBlockers: oc
    .route({ method: 'GET', path: '/me/open-blockers', summary: 'Open blockers on the boards I write on' })
    .output(z.object({ items: z.array(openBlocker) })),
  like: oc
    .route({ method: 'GET', path: '/initiatives/{id}/blockers/{elementId}/like', summary: 'System asks and blockers like this one' })
    .input(z.object({ id, elementId: id }))
    .output(blockersLike),
  raise: oc
    .route({ method: 'POST', path: '/initiatives/{id}/system-asks', summary: 'Raise a system ask from a blocker' })
    .input(systemAskRaise)
    .output(systemAsk),
  join: oc
    .route({ method: 'PUT', path: '/system-asks/{id}/blockers/{initiativeId}/{elementId}', summary: 'Join a blocker, or tell more about it' })
    .input(systemAskJoin)
    .output(systemAsk),
  leave: oc
    .route({ method: 'POST', path: '/system-asks/{id}/blockers/{initiativeId}/{elementId}/leave', summary: 'Take a blocker out again' })
    .input(systemAskLeave)
    .output(systemAsk),
  change: oc
    .route({ method: 'PATCH', path: '/system-asks/{id}', summary: 'Change its cause, where it will be heard, and when' })
    .input(systemAskChange.extend({ id }))
    .output(systemAsk),
  sponsor: oc.route({ method: 'POST', path: '/system-asks/{id}/sponsor', summary: 'Take it where it will be heard' }).input(one).output(systemAsk),
  stepBack: oc.route({ method: 'POST', path: '/system-asks/{id}/step-back', summary: 'No longer take it there' }).input(one).output(systemAsk),
  answer: oc
    .route({ method: 'POST', path: '/system-asks/{id}/answer', summary: 'Bring its answer: yes, in part, no' })
    .input(systemAskReply)
    .output(systemAsk),
};

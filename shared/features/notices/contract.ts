import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { myPush, myWishes, noticePage, pushDevice, quietLook, quietToken, wishes } from './model.ts';

const muted = z.object({ muted: z.boolean() });

export const noticesContract = {
  list: oc
    .route({ method: 'GET', path: '/me/notices', summary: 'What I was told, newest first' })
    .input(z.object({ cursor: z.string().max(80).optional() }))
    .output(noticePage),
  seen: oc
    .route({ method: 'POST', path: '/me/notices/seen', summary: 'I have seen these, or all' })
    .input(z.object({ ids: z.union([z.literal('all'), z.array(id).min(1).max(100)]) }))
    .output(z.object({ unseen: z.number().int() })),
  wishes: oc.route({ method: 'GET', path: '/me/notices/wishes', summary: 'How I want to be told' }).output(myWishes),
  changeWishes: oc.route({ method: 'PUT', path: '/me/notices/wishes', summary: 'Choose how I want to be told' }).input(wishes).output(myWishes),
  push: oc.route({ method: 'GET', path: '/me/push', summary: 'Whether this browser is told at once' }).output(myPush),
  startPush: oc.route({ method: 'PUT', path: '/me/push', summary: 'Tell this browser at once' }).input(pushDevice).output(myPush),
  stopPush: oc.route({ method: 'DELETE', path: '/me/push', summary: 'Tell this browser no more' }).output(myPush),
  isMuted: oc
    .route({ method: 'GET', path: '/initiatives/{id}/mute', summary: 'Whether I muted an initiative' })
    .input(z.object({ id }))
    .output(muted),
  mute: oc
    .route({ method: 'PUT', path: '/initiatives/{id}/mute', summary: 'Tell me nothing more of an initiative' })
    .input(z.object({ id }))
    .output(muted),
  unmute: oc
    .route({ method: 'DELETE', path: '/initiatives/{id}/mute', summary: 'Tell me of an initiative again' })
    .input(z.object({ id }))
    .output(muted),
  quietLook: oc
    .route({ method: 'GET', path: '/quiet/{token}', summary: 'What a link in a letter would make quiet' })
    .input(z.object({ token: quietToken }))
    .output(quietLook),
  quiet: oc
    .route({ method: 'POST', path: '/quiet/{token}', summary: 'Make it quiet, or not after all' })
    .input(z.object({ token: quietToken, quiet: z.boolean().default(true) }))
    .output(quietLook),
};

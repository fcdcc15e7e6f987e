import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { ask, askAnswer, askMore, askPut, askReply, freedBlocker, linkLook, linkReply, linkSecret, possibleEntry, stepUpAnnounce } from './model.ts';

const list = z.object({ items: z.array(ask) });

export const asksContract = {
  list: oc
    .route({ method: 'GET', path: '/initiatives/{id}/asks', summary: 'Asks of an initiative, with their clock' })
    .input(z.object({ id }))
    .output(list),
  mine: oc.route({ method: 'GET', path: '/me/asks', summary: 'Asks put to me, oldest first' }).output(list),
  put: oc
    .route({ method: 'POST', path: '/initiatives/{id}/asks', summary: 'Put a blocker to one or more people, with a message each' })
    .input(askPut)
    .output(list),
  answer: oc.route({ method: 'POST', path: '/asks/{id}/answer', summary: 'Answer an ask, or hand it over' }).input(askReply).output(ask),
  tellMore: oc
    .route({ method: 'POST', path: '/asks/{id}/more', summary: 'Tell more, so that it waits for an answer again' })
    .input(askMore)
    .output(ask),
  say: oc
    .route({
      method: 'POST',
      path: '/asks/{id}/lines',
      summary: 'Write a line at an ask; where the team was asked for more, a line of theirs tells it',
    })
    .input(askMore)
    .output(ask),
  possible: oc
    .route({ method: 'POST', path: '/asks/{id}/possible', summary: 'Say what would make a refused ask possible' })
    .input(possibleEntry)
    .output(ask),
  withdraw: oc.route({ method: 'POST', path: '/asks/{id}/withdraw', summary: 'Take an ask back' }).input(z.object({ id })).output(ask),
  stepUp: oc
    .route({ method: 'POST', path: '/asks/{id}/step-up', summary: 'Announce that an unanswered ask goes one level up' })
    .input(stepUpAnnounce)
    .output(ask),
  keepLevel: oc
    .route({ method: 'POST', path: '/asks/{id}/step-up/take-back', summary: 'Take an announced step back' })
    .input(z.object({ id }))
    .output(ask),
  lookByLink: oc
    .route({ method: 'POST', path: '/answer-links/look', summary: 'What the link of a letter asks; changes nothing' })
    .input(z.object({ secret: linkSecret }))
    .output(linkLook),
  answerByLink: oc
    .route({ method: 'POST', path: '/answer-links/answer', summary: 'Answer the one ask of this link, once, without signing in' })
    .input(linkReply)
    .output(z.object({ answer: askAnswer })),
  freed: oc
    .route({ method: 'GET', path: '/blockers/freed', summary: 'How others got past a blocker of this kind' })
    .input(z.object({ kind: z.string().max(40).default(''), search: z.string().max(100).default('') }))
    .output(z.object({ items: z.array(freedBlocker) })),
};

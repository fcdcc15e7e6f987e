import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import {
  bringIn,
  bringInFile,
  bringInPreview,
  commentPost,
  editSecret,
  kindle,
  sentence,
  similarThing,
  spark,
  sparkCard,
  sparkEdit,
  sparkPost,
  wallQuery,
} from './model.ts';

export const sparksContract = {
  list: oc
    .route({ method: 'GET', path: '/sparks', summary: 'The wall of sparks, newest first' })
    .input(wallQuery)
    .output(z.object({ items: z.array(sparkCard), next: z.string().nullable() })),
  read: oc.route({ method: 'GET', path: '/sparks/{id}', summary: 'One spark with its kindlings and replies' }).input(z.object({ id })).output(spark),
  post: oc
    .route({ method: 'POST', path: '/sparks', summary: 'Post a spark; posting the same id again answers the same' })
    .input(sparkPost)
    .output(z.object({ id, editSecret: editSecret.nullable() })),
  edit: oc.route({ method: 'PATCH', path: '/sparks/{id}', summary: 'Edit my spark' }).input(sparkEdit).output(spark),
  withdraw: oc
    .route({ method: 'POST', path: '/sparks/{id}/withdraw', summary: 'Withdraw a spark; it is archived' })
    .input(z.object({ id, editSecret: editSecret.optional() }))
    .output(spark),
  restore: oc
    .route({ method: 'POST', path: '/sparks/{id}/restore', summary: 'Bring a withdrawn spark back' })
    .input(z.object({ id, editSecret: editSecret.optional() }))
    .output(spark),
  kindle: oc
    .route({ method: 'PUT', path: '/sparks/{id}/kindlings/{sentence}', summary: 'Add one of the five sentences' })
    .input(kindle)
    .output(spark),
  unkindle: oc
    .route({ method: 'DELETE', path: '/sparks/{id}/kindlings/{sentence}', summary: 'Take my sentence back' })
    .input(z.object({ id, sentence }))
    .output(spark),
  comment: oc.route({ method: 'POST', path: '/sparks/{id}/comments', summary: 'Reply' }).input(commentPost).output(spark),
  withdrawComment: oc
    .route({ method: 'POST', path: '/sparks/{id}/comments/{commentId}/withdraw', summary: 'Withdraw a reply' })
    .input(z.object({ id, commentId: id }))
    .output(spark),
  similar: oc
    .route({ method: 'POST', path: '/sparks/similar', summary: 'Up to three sparks and initiatives like these words' })
    .input(z.object({ text: z.string().max(5200), exclude: id.optional() }))
    .output(z.object({ items: z.array(similarThing).max(3) })),
  previewBringIn: oc
    .route({ method: 'POST', path: '/bring-ins/preview', summary: 'Look at a file of sparks before bringing it in' })
    .input(bringInFile)
    .output(bringInPreview),
  bringIn: oc
    .route({ method: 'PUT', path: '/bring-ins/{id}', summary: 'Bring in every good row of a file, or nothing' })
    .input(bringInFile.extend({ id }))
    .output(bringIn),
  bringIns: oc.route({ method: 'GET', path: '/bring-ins', summary: 'What was brought in' }).output(z.object({ items: z.array(bringIn) })),
  undoBringIn: oc
    .route({ method: 'POST', path: '/bring-ins/{id}/undo', summary: 'Take a whole bring-in back' })
    .input(z.object({ id }))
    .output(bringIn),
};

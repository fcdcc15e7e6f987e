import { oc } from '@orpc/contract';
import { z } from 'zod';
import { instant } from '../../lib/fields.ts';
import { id } from '../../lib/ids.ts';
import { activityEntry, boardDay, boardElementRow } from './model.ts';

const one = z.object({ id });

export const boardsContract = {
  elements: oc
    .route({ method: 'GET', path: '/initiatives/{id}/elements', summary: 'The elements of a board with who added and changed them' })
    .input(one)
    .output(z.object({ items: z.array(boardElementRow) })),
  activity: oc
    .route({ method: 'GET', path: '/initiatives/{id}/activity', summary: 'What happened, newest first' })
    .input(one.extend({ cursor: z.coerce.number().int().optional() }))
    .output(z.object({ items: z.array(activityEntry), next: z.number().int().nullable() })),
  moved: oc
    .route({ method: 'GET', path: '/initiatives/{id}/moved', summary: 'What others moved since I last looked' })
    .input(one)
    .output(z.object({ since: instant.nullable(), items: z.array(activityEntry) })),
  days: oc
    .route({ method: 'GET', path: '/initiatives/{id}/days', summary: 'Earlier days the board can be brought back to, newest first' })
    .input(one)
    .output(z.object({ items: z.array(boardDay) })),
  bringBack: oc
    .route({ method: 'POST', path: '/initiatives/{id}/bring-back', summary: 'Bring the board back to an earlier day; that can be taken back too' })
    .input(one.extend({ seq: z.number().int().positive() }))
    .output(z.object({ items: z.array(boardDay) })),
  makeRoom: oc
    .route({
      method: 'POST',
      path: '/initiatives/{id}/make-room',
      summary: 'Make room on a board that is 80 % full or more: it reads the same, without its history',
    })
    .input(one)
    .output(z.object({ filled: z.number().int() })),
  looked: oc
    .route({ method: 'POST', path: '/initiatives/{id}/looked', summary: 'I have looked' })
    .input(one)
    .output(z.object({ at: instant })),
};

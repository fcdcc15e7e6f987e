import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { pledge, pledgeFinish, pledgeGive, pledgeTell, pledgeTotal } from './model.ts';

const list = z.object({ items: z.array(pledge) });

export const pledgesContract = {
  list: oc.route({ method: 'GET', path: '/initiatives/{id}/pledges', summary: 'Pledges to an initiative' }).input(z.object({ id })).output(list),
  mine: oc.route({ method: 'GET', path: '/me/pledges', summary: 'My pledges, unfinished first' }).output(list),
  totals: oc
    .route({ method: 'GET', path: '/pledges/totals', summary: 'What was pledged in this place, by kind' })
    .output(z.object({ items: z.array(pledgeTotal) })),
  give: oc.route({ method: 'POST', path: '/initiatives/{id}/pledges', summary: 'Pledge' }).input(pledgeGive).output(pledge),
  tell: oc
    .route({ method: 'POST', path: '/pledges/{id}/news', summary: 'Say where my pledge stands, or move its day' })
    .input(pledgeTell)
    .output(pledge),
  finish: oc.route({ method: 'POST', path: '/pledges/{id}/finish', summary: 'Say how my pledge ended' }).input(pledgeFinish).output(pledge),
  confirm: oc
    .route({ method: 'POST', path: '/pledges/{id}/confirm', summary: 'The team confirms how it ended' })
    .input(z.object({ id }))
    .output(pledge),
};

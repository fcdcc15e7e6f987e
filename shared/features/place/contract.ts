import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { group, place, placeChange, site } from './model.ts';

export const placeContract = {
  read: oc.route({ method: 'GET', path: '/place', summary: 'The place, its groups and sites' }).output(place),
  change: oc.route({ method: 'PATCH', path: '/place', summary: 'Change the place' }).input(placeChange).output(place),
  putGroup: oc.route({ method: 'PUT', path: '/place/groups/{id}', summary: 'Add or change a group' }).input(group).output(place),
  putSite: oc.route({ method: 'PUT', path: '/place/sites/{id}', summary: 'Add or change a site' }).input(site).output(place),
  tryAs: oc
    .route({ method: 'POST', path: '/place/try-as', summary: 'In a demo on this machine: come in as one of its people' })
    .input(z.object({ personId: id }))
    .output(z.object({ ok: z.literal(true) })),
};

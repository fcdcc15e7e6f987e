import { oc } from '@orpc/contract';
import { waits } from './model.ts';

export const waitsContract = {
  read: oc
    .route({ method: 'GET', path: '/waits', summary: 'How long asks wait in this place, by kind and by level; from five asked people on' })
    .output(waits),
};

import { oc } from '@orpc/contract';
import { z } from 'zod';
import { id } from '../../lib/ids.ts';
import { leadership, leadershipChoice } from './model.ts';

export const leadershipContract = {
  read: oc
    .route({ method: 'GET', path: '/initiatives/{id}/leadership', summary: 'How leading is shared in a team; for its members, from five people on' })
    .input(z.object({ id }))
    .output(leadership),
  choice: oc.route({ method: 'GET', path: '/me/leadership', summary: 'Whether I am counted in leadership mirrors' }).output(leadershipChoice),
  choose: oc
    .route({ method: 'PUT', path: '/me/leadership', summary: 'Say whether I want to be counted in leadership mirrors' })
    .input(leadershipChoice)
    .output(leadershipChoice),
};

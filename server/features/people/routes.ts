import { api } from '../../http/handler.ts';
import { changeMe, claim, findPeople, readMe, redeemClaim, signOutEverywhere } from './commands.ts';

export const peopleRoutes = api.people.router({
  me: api.people.me.handler(({ context: { app, viewer } }) => readMe(app, viewer)),
  change: api.people.change.handler(({ context: { app, viewer }, input }) => changeMe(app, viewer, input)),
  find: api.people.find.handler(({ context: { app, viewer }, input }) => findPeople(app, viewer, input.search)),
  claim: api.people.claim.handler(({ context: { app, viewer }, input }) => claim(app, viewer, input.email)),
  redeemClaim: api.people.redeemClaim.handler(async ({ context: { app, viewer, setCookie }, input }) => {
    const { me, cookies } = await redeemClaim(app, viewer, input.token);
    for (const cookie of cookies) setCookie(cookie);
    return me;
  }),
  signOutEverywhere: api.people.signOutEverywhere.handler(({ context: { app, viewer } }) => signOutEverywhere(app, viewer)),
});

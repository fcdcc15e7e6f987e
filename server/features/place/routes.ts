import { api } from '../../http/handler.ts';
import { changePlace, putGroup, putSite, readPlace, tryAs } from './commands.ts';

export const placeRoutes = api.place.router({
  read: api.place.read.handler(({ context: { app } }) => readPlace(app)),
  change: api.place.change.handler(({ context: { app, viewer }, input }) => changePlace(app, viewer, input)),
  putGroup: api.place.putGroup.handler(({ context: { app, viewer }, input }) => putGroup(app, viewer, input)),
  putSite: api.place.putSite.handler(({ context: { app, viewer }, input }) => putSite(app, viewer, input)),
  tryAs: api.place.tryAs.handler(async ({ context: { app, setCookie }, input }) => {
    for (const cookie of await tryAs(app, input.personId)) setCookie(cookie);
    return { ok: true as const };
  }),
});

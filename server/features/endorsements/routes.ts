import { api } from '../../http/handler.ts';
import { endorse, listEndorsements, myEndorsements, withdrawEndorsement } from './commands.ts';

export const endorsementRoutes = api.endorsements.router({
  list: api.endorsements.list.handler(({ context: { app, viewer }, input }) => listEndorsements(app, viewer, input.id)),
  mine: api.endorsements.mine.handler(({ context: { app, viewer } }) => myEndorsements(app, viewer)),
  endorse: api.endorsements.endorse.handler(({ context: { app, viewer }, input }) => endorse(app, viewer, input)),
  withdraw: api.endorsements.withdraw.handler(({ context: { app, viewer }, input }) => withdrawEndorsement(app, viewer, input)),
});

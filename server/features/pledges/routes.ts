import { api } from '../../http/handler.ts';
import { confirmPledge, finishPledge, givePledge, listPledges, myPledges, totalPledges } from './commands.ts';
import { tellPledge } from './news/tell.ts';

export const pledgeRoutes = api.pledges.router({
  list: api.pledges.list.handler(({ context: { app, viewer }, input }) => listPledges(app, viewer, input.id)),
  mine: api.pledges.mine.handler(({ context: { app, viewer } }) => myPledges(app, viewer)),
  totals: api.pledges.totals.handler(({ context: { app, viewer } }) => totalPledges(app, viewer)),
  give: api.pledges.give.handler(({ context: { app, viewer }, input }) => givePledge(app, viewer, input)),
  tell: api.pledges.tell.handler(({ context: { app, viewer }, input }) => tellPledge(app, viewer, input)),
  finish: api.pledges.finish.handler(({ context: { app, viewer }, input }) => finishPledge(app, viewer, input)),
  confirm: api.pledges.confirm.handler(({ context: { app, viewer }, input }) => confirmPledge(app, viewer, input.id)),
});

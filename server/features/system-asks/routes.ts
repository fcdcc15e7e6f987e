import { api } from '../../http/handler.ts';
import { changeSystemAsk, joinSystemAsk, leaveSystemAsk, raiseSystemAsk } from './commands.ts';
import { findLike } from './like.ts';
import { listMine, listMyBlockers, listOfInitiative, listSystemAsks, readSystemAsk } from './read.ts';
import { answerSystemAsk, sponsor, stepBack } from './sponsor.ts';

export const systemAskRoutes = api.systemAsks.router({
  list: api.systemAsks.list.handler(({ context: { app, viewer }, input }) => listSystemAsks(app, viewer, input.kind)),
  read: api.systemAsks.read.handler(({ context: { app, viewer }, input }) => readSystemAsk(app, viewer, input.id)),
  ofInitiative: api.systemAsks.ofInitiative.handler(({ context: { app, viewer }, input }) => listOfInitiative(app, viewer, input.id)),
  mine: api.systemAsks.mine.handler(({ context: { app, viewer } }) => listMine(app, viewer)),
  myBlockers: api.systemAsks.myBlockers.handler(({ context: { app, viewer } }) => listMyBlockers(app, viewer)),
  like: api.systemAsks.like.handler(({ context: { app, viewer }, input }) => findLike(app, viewer, input)),
  raise: api.systemAsks.raise.handler(({ context: { app, viewer }, input }) => raiseSystemAsk(app, viewer, input)),
  join: api.systemAsks.join.handler(({ context: { app, viewer }, input }) => joinSystemAsk(app, viewer, input)),
  leave: api.systemAsks.leave.handler(({ context: { app, viewer }, input }) => leaveSystemAsk(app, viewer, input)),
  change: api.systemAsks.change.handler(({ context: { app, viewer }, input: { id, ...change } }) => changeSystemAsk(app, viewer, id, change)),
  sponsor: api.systemAsks.sponsor.handler(({ context: { app, viewer }, input }) => sponsor(app, viewer, input.id)),
  stepBack: api.systemAsks.stepBack.handler(({ context: { app, viewer }, input }) => stepBack(app, viewer, input.id)),
  answer: api.systemAsks.answer.handler(({ context: { app, viewer }, input }) => answerSystemAsk(app, viewer, input)),
});

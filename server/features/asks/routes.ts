import { api } from '../../http/handler.ts';
import { answerAsk } from './answer.ts';
import { listAsks, myAsks, tellMore, withdrawAsk } from './commands.ts';
import { findFreed } from './freed/find.ts';
import { answerByLink, lookByLink } from './links/answer-by-link.ts';
import { sayPossible } from './possible/say.ts';
import { putAsks } from './put.ts';
import { replyToAsk } from './say-line.ts';
import { announceStepUp, takeBackStepUp } from './step-up/announce.ts';

export const askRoutes = api.asks.router({
  list: api.asks.list.handler(({ context: { app, viewer }, input }) => listAsks(app, viewer, input.id)),
  mine: api.asks.mine.handler(({ context: { app, viewer } }) => myAsks(app, viewer)),
  put: api.asks.put.handler(({ context: { app, viewer }, input }) => putAsks(app, viewer, input)),
  answer: api.asks.answer.handler(({ context: { app, viewer }, input }) => answerAsk(app, viewer, input)),
  tellMore: api.asks.tellMore.handler(({ context: { app, viewer }, input }) => tellMore(app, viewer, input)),
  say: api.asks.say.handler(({ context: { app, viewer }, input }) => replyToAsk(app, viewer, input)),
  possible: api.asks.possible.handler(({ context: { app, viewer }, input }) => sayPossible(app, viewer, input)),
  withdraw: api.asks.withdraw.handler(({ context: { app, viewer }, input }) => withdrawAsk(app, viewer, input.id)),
  stepUp: api.asks.stepUp.handler(({ context: { app, viewer }, input }) => announceStepUp(app, viewer, input)),
  keepLevel: api.asks.keepLevel.handler(({ context: { app, viewer }, input }) => takeBackStepUp(app, viewer, input.id)),
  lookByLink: api.asks.lookByLink.handler(({ context: { app }, input }) => lookByLink(app, input.secret)),
  answerByLink: api.asks.answerByLink.handler(({ context: { app, viewer }, input }) => answerByLink(app, viewer, input)),
  freed: api.asks.freed.handler(({ context: { app, viewer }, input }) => findFreed(app, viewer, input)),
});

import { api } from '../../http/handler.ts';
import { answerAsk, findFreed, listAsks, myAsks, putAsk, withdrawAsk } from './commands.ts';

export const askRoutes = api.asks.router({
  list: api.asks.list.handler(({ context: { app, viewer }, input }) => listAsks(app, viewer, input.id)),
  mine: api.asks.mine.handler(({ context: { app, viewer } }) => myAsks(app, viewer)),
  put: api.asks.put.handler(({ context: { app, viewer }, input }) => putAsk(app, viewer, input)),
  answer: api.asks.answer.handler(({ context: { app, viewer }, input }) => answerAsk(app, viewer, input)),
  withdraw: api.asks.withdraw.handler(({ context: { app, viewer }, input }) => withdrawAsk(app, viewer, input.id)),
  freed: api.asks.freed.handler(({ context: { app, viewer }, input }) => findFreed(app, viewer, input)),
});
